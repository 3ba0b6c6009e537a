import { addDays, daysBetween, countOf } from 'c/csFormat';
import { DETRACTOR_SCORE, daysOf } from 'c/csPlaybookRules';
import type { PlaybookOffer, PlaybookRun } from 'c/csAccountStory';

/** Days after the start of a run in which the same lasting cause does not suggest the playbook again. */
const REST_DAYS = 30;

/** Worse bands come later. */
const BANDS = ['Healthy', 'Watch', 'At Risk'];

/** What is known of the account; null where it is not. */
export interface AccountFacts {
  status: string | null;
  band: string | null;
  /** `YYYY-MM-DD` */
  renewalDate: string | null;
  nps: { score: number; day: string | null } | null;
  usageDown: boolean;
}

/** A playbook that the account calls for, and why. */
export interface Suggestion {
  playbookId: string;
  name: string;
  description: string;
  /** A whole sentence, kept as the reason of the run. */
  reason: string;
  /** For the page, without what goes without saying. */
  because: string;
}

/** Why a playbook is called for; a run that began on `since` or later has answered it. */
interface Cause {
  because: string;
  since: string;
}

/**
 * The playbooks that the account calls for. One that runs, or that was begun for the same occasion, is not
 * suggested again. The companion starts by the same rules: `companion/src/domain/playbook-triggers.ts`.
 */
export function suggest(
  offers: readonly PlaybookOffer[],
  facts: AccountFacts,
  runs: readonly PlaybookRun[],
  today: string,
): Suggestion[] {
  return offers.flatMap((offer) => {
    const cause = causeOf(offer, facts, today);
    const own = runs.filter(({ playbookId }) => playbookId === offer.id);
    if (!cause || own.some((run) => run.status === 'Active' || run.startedOn >= cause.since)) return [];
    const { id, name, description } = offer;
    const { because } = cause;
    return [{ playbookId: id, name, description, because, reason: `Suggested because ${because}.` }];
  });
}

function causeOf(offer: PlaybookOffer, facts: AccountFacts, today: string): Cause | null {
  const recently = addDays(today, -REST_DAYS);
  switch (offer.trigger) {
    case 'Onboarding':
      return facts.status === 'Onboarding' ? { because: 'the account is being onboarded', since: '' } : null;
    case 'Risk Band':
      return BANDS.indexOf(facts.band ?? '') >= Math.max(1, BANDS.indexOf(offer.triggerBand ?? 'At Risk'))
        ? { because: `the risk band is ${facts.band}`, since: recently }
        : null;
    case 'Renewal':
      return renewalCause(offer, facts.renewalDate, today);
    case 'Low NPS':
      return npsCause(offer, facts.nps, today);
    case 'Usage Down':
      return facts.usageDown ? { because: 'usage is down', since: recently } : null;
    default:
      return null;
  }
}

function renewalCause(offer: PlaybookOffer, renewalDate: string | null, today: string): Cause | null {
  if (!renewalDate) return null;
  const left = daysBetween(today, renewalDate);
  if (left < 0 || left > daysOf(offer)) return null;
  const when = left === 0 ? 'today' : `in ${countOf(left, 'day')}`;
  return { because: `the renewal is ${when}`, since: addDays(renewalDate, -daysOf(offer)) };
}

function npsCause(offer: PlaybookOffer, nps: AccountFacts['nps'], today: string): Cause | null {
  if (!nps?.day || nps.score > DETRACTOR_SCORE) return null;
  if (daysBetween(nps.day, today) > daysOf(offer)) return null;
  return { because: `the last NPS answer is ${nps.score}`, since: nps.day };
}
