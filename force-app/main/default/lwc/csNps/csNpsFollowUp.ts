import type { AccountStory } from 'c/csAccountStory';
import { addDays, countOf, formatDay } from 'c/csFormat';
import { categoryOf } from 'c/csPromoterScore';
import type { MarkedAnswer } from './csNpsModel';

/** A detractor asks for a follow-up for this long. */
const FOLLOW_UP_DAYS = 90;

/** `CS_Playbook__c.CS_Trigger__c` of the playbook for detractors. */
const TRIGGER = 'Low NPS';

/** What to do about detractors. */
export interface FollowUp {
  /** Who detracts. */
  finding: string;
  /** What to do, or what is being done. */
  advice: string;
}

/**
 * What detractors of the last 90 days ask for: the playbook that an admin set up for them, or word that it is under
 * way. Null where nobody's last word was 0 to 6, or a follow-up was completed since.
 *
 * @param answers newest first, marked
 */
export function followUpOf(
  answers: readonly MarkedAnswer[],
  { runs, playbooks }: Pick<AccountStory, 'runs' | 'playbooks'>,
  today: string,
): FollowUp | null {
  const since = addDays(today, -FOLLOW_UP_DAYS);
  const detractors = answers.filter(
    ({ isLatest, score, day }) => isLatest && day >= since && categoryOf(score) === 'Detractor',
  );
  const newest = detractors[0];
  if (!newest) return null;
  const offers = playbooks.filter(({ trigger }) => trigger === TRIGGER);
  const ofTheirs = runs.items.filter(({ playbookId }) => offers.some(({ id }) => id === playbookId));
  if (ofTheirs.some(({ completedOn }) => completedOn !== null && completedOn >= newest.day)) return null;

  const finding = findingOf(newest, detractors.length - 1);
  const running = ofTheirs.find(({ status }) => status === 'Active');
  if (running) {
    const done = running.steps.filter(({ status }) => status !== 'Open').length;
    const progress = `${done} of ${countOf(running.steps.length, 'step')} done`;
    return { finding, advice: `The playbook "${running.name}" is under way: ${progress}.` };
  }
  const [offer] = offers;
  const advice = offer
    ? `Suggested: start the playbook "${offer.name}" under Playbooks.`
    : 'Talk to them, and write down what would change their mind.';
  return { finding, advice };
}

function findingOf({ contact, score, day }: MarkedAnswer, others: number): string {
  const first = `${contact || 'Someone'} answered ${score} on ${formatDay(day)}`;
  return others === 0 ? `${first}.` : `${first}, and ${countOf(others, 'other')} detracted lately.`;
}
