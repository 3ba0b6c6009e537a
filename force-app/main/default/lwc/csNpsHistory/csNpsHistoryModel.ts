import { formatDay } from 'c/csFormat';
import { categoryOf } from 'c/csPromoterScore';
import type { NpsCategory } from 'c/csPromoterScore';

/** A comment longer than this is folded: about three lines in a narrow column. */
const FOLDED_CHARACTERS = 140;

const THEMES: Readonly<Record<NpsCategory, string>> = {
  Promoter: 'slds-badge slds-theme_success',
  Passive: 'slds-badge',
  Detractor: 'slds-badge slds-theme_error',
};

/** One answer, as far as the list shows it. */
export interface Answer {
  id: string;
  /** `YYYY-MM-DD` */
  day: string;
  score: number;
  survey: string;
  comment: string;
  contactId: string | null;
  contact: string;
  /** Whether nobody answered again after this. */
  isLatest: boolean;
}

/** One row of the list. */
export interface AnswerRow {
  id: string;
  score: number;
  category: NpsCategory;
  theme: string;
  contactId: string | null;
  contact: string;
  /** `Nov 2, 2026 · Relationship survey Q4 2026` */
  when: string;
  comment: string;
  /** What unfolds or folds the comment; empty where it is short. */
  fold: string;
  isUnfolded: 'true' | 'false';
}

/** The rows of `answers`; the comments of those in `unfolded` in full. */
export function rowsOf(answers: readonly Answer[], unfolded: ReadonlySet<string>): AnswerRow[] {
  return answers.map((answer) => {
    const category = categoryOf(answer.score);
    const isLong = answer.comment.length > FOLDED_CHARACTERS;
    const isUnfolded = unfolded.has(answer.id);
    return {
      id: answer.id,
      score: answer.score,
      category,
      theme: THEMES[category],
      // Without a name there is a contact whom the user may not see: a link would lead nowhere.
      contactId: answer.contact ? answer.contactId : null,
      contact: answer.contact || (answer.contactId ? 'A contact you cannot see' : 'Nobody in particular'),
      when: [formatDay(answer.day), answer.survey].filter(Boolean).join(' · '),
      comment: isLong && !isUnfolded ? folded(answer.comment) : answer.comment,
      fold: isLong ? (isUnfolded ? 'Show less' : 'Show more') : '',
      isUnfolded: isUnfolded ? 'true' : 'false',
    };
  });
}

/** The beginning of a comment, up to the end of a word. */
function folded(comment: string): string {
  const start = comment.slice(0, FOLDED_CHARACTERS);
  const end = start.lastIndexOf(' ');
  return `${end > 0 ? start.slice(0, end) : start}…`;
}
