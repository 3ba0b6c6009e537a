import type { NpsAnswer } from 'c/csAccountStory';
import { addDays, countOf, daysBetween, formatChange } from 'c/csFormat';
import { countCategories, promoterScore } from 'c/csPromoterScore';
import type { NpsCounts } from 'c/csPromoterScore';

/** How far back the rolling score looks. */
const ROLLING_DAYS = 365;

/** What an admin may set in App Builder. */
export interface NpsLimits {
  /** With answers of fewer people there is no score. */
  minPeople: number;
  /** When the last answer is older than this, the card says so. */
  staleAfterDays: number;
}

/** An answer, and whether it is the last word of the one who gave it. */
export type MarkedAnswer = NpsAnswer & { isLatest: boolean };

/** The rolling score as it is drawn; whole numbers. */
export interface ScaleView {
  nps: number;
  low: number;
  high: number;
  description: string;
}

/** The card above the history. */
export interface NpsView {
  /** `+33`, or why there is none. */
  headline: string;
  /** What the headline rests on. */
  basis: string;
  /** Null where too few answered. */
  scale: ScaleView | null;
  /** Of the people who answered within the year. */
  counts: NpsCounts;
  /** `12 answers of 7 people` */
  total: string;
  /** `Last answer 35 days ago` */
  last: string;
  isStale: boolean;
}

/**
 * Marks the latest answer of each contact; an answer without a contact is somebody's own.
 *
 * @param answers newest first
 */
export function markLatest(answers: readonly NpsAnswer[]): MarkedAnswer[] {
  const seen = new Set<string>();
  return answers.map((answer) => {
    const person = answer.contactId ?? answer.id;
    const isLatest = !seen.has(person);
    seen.add(person);
    return { ...answer, isLatest };
  });
}

/**
 * What the answers of an account say on the day `today`: the rolling NPS over the latest answer of each person in the
 * last 365 days, with its interval.
 *
 * @param answers newest first, marked, at least one
 * @param total answers in the org, those that were not read included
 */
export function viewNps(
  answers: readonly MarkedAnswer[],
  total: number,
  today: string,
  limits: NpsLimits,
): NpsView {
  const latest = answers.filter(({ isLatest }) => isLatest);
  const since = addDays(today, -ROLLING_DAYS);
  const rolling = latest.filter(({ day }) => day > since && day <= today);
  const counts = countCategories(rolling.map(({ score }) => score));
  const age = Math.max(0, daysBetween(answers[0]?.day ?? today, today));
  return {
    ...viewScore(counts, rolling.length, limits.minPeople),
    counts,
    total: `${countOf(total, 'answer')} of ${peopleText(latest.length)}`,
    last: `Last answer ${agoText(age)}`,
    isStale: age > limits.staleAfterDays,
  };
}

function viewScore(
  counts: NpsCounts,
  people: number,
  minPeople: number,
): Pick<NpsView, 'headline' | 'basis' | 'scale'> {
  const score = promoterScore(counts);
  if (!score) {
    return {
      headline: 'No recent answer',
      basis: `Nobody answered in the last ${ROLLING_DAYS} days.`,
      scale: null,
    };
  }
  if (people < minPeople) {
    const basis = `${peopleText(people)} answered in the last ${ROLLING_DAYS} days; a score takes ${minPeople}.`;
    return { headline: 'Too few to tell', basis, scale: null };
  }
  const [nps, low, high] = [score.nps, score.low, score.high].map((end) => Math.round(end)) as [
    number,
    number,
    number,
  ];
  const headline = formatChange(nps);
  const basis =
    `Between ${formatChange(low)} and ${formatChange(high)} with 95% confidence, ` +
    `from ${peopleText(people)} in the last ${ROLLING_DAYS} days`;
  return {
    headline,
    basis,
    scale: { nps, low, high, description: `NPS ${headline}, on a scale from -100 to +100. ${basis}.` },
  };
}

function peopleText(count: number): string {
  return countOf(count, 'person', 'people');
}

function agoText(days: number): string {
  return days === 0 ? 'today' : `${countOf(days, 'day')} ago`;
}
