import { addDays, daysBetween, type IsoDate } from './dates.ts';

/** An NPS answer from here down is a detractor's. */
const DETRACTOR_SCORE = 6;
/** Days that hold where a playbook says none. */
const RENEWAL_DAYS = 90;
const LOW_NPS_DAYS = 60;
/** Worse bands come later. */
const BANDS = ['Healthy', 'Watch', 'At Risk'];

/** When a playbook is started by itself. */
export interface PlaybookTrigger {
  /** A value of `CS_Playbook__c.CS_Trigger__c`. */
  trigger: string;
  triggerBand: string | null;
  triggerDays: number | null;
}

/** What of an account can start a playbook. */
export interface TriggerFacts {
  status: string | null;
  band: string | null;
  /** When the band last changed, and when usage was last found falling; null where no change is known. */
  bandSince: IsoDate | null;
  usageDown: boolean;
  usageSince: IsoDate | null;
  renewalDate: IsoDate | null;
  npsScore: number | null;
  npsDate: IsoDate | null;
}

/** Why a playbook is started. */
export interface TriggerCause {
  /** Within a sentence: `the risk band is At Risk`. */
  because: string;
  /** Tells this occasion from the next one: it lasts as long as the cause does. */
  occasion: string;
  /** A run that began on this day or later has answered the occasion. Empty: any run has. */
  since: IsoDate | '';
}

/** Why an account calls for a playbook as of a day; null when it does not. */
export function findCause(rule: PlaybookTrigger, facts: TriggerFacts, asOf: IsoDate): TriggerCause | null {
  switch (rule.trigger) {
    case 'Onboarding':
      return facts.status === 'Onboarding'
        ? { because: 'the account is being onboarded', occasion: 'onboarding', since: '' }
        : null;
    case 'Risk Band':
      return isInBand(rule, facts)
        ? lasting(`the risk band is ${facts.band}`, 'band', facts.bandSince)
        : null;
    case 'Usage Down':
      return facts.usageDown ? lasting('usage is down', 'usage', facts.usageSince) : null;
    case 'Renewal':
      return findRenewalCause(rule, facts, asOf);
    case 'Low NPS':
      return findNpsCause(rule, facts, asOf);
    default:
      return null;
  }
}

function lasting(because: string, kind: string, since: IsoDate | null): TriggerCause {
  return { because, occasion: `${kind}:${since ?? 'first'}`, since: since ?? '' };
}

function isInBand({ triggerBand }: PlaybookTrigger, { band }: TriggerFacts): boolean {
  return BANDS.indexOf(band ?? '') >= Math.max(1, BANDS.indexOf(triggerBand ?? 'At Risk'));
}

function findRenewalCause(
  { triggerDays }: PlaybookTrigger,
  { renewalDate }: TriggerFacts,
  asOf: IsoDate,
): TriggerCause | null {
  const within = triggerDays ?? RENEWAL_DAYS;
  const left = renewalDate === null ? -1 : daysBetween(asOf, renewalDate);
  if (renewalDate === null || left < 0 || left > within) return null;
  return {
    because: `the renewal is on ${renewalDate}`,
    occasion: `renewal:${renewalDate}`,
    since: addDays(renewalDate, -within),
  };
}

function findNpsCause(
  { triggerDays }: PlaybookTrigger,
  { npsScore, npsDate }: TriggerFacts,
  asOf: IsoDate,
): TriggerCause | null {
  if (npsScore === null || npsDate === null || npsScore > DETRACTOR_SCORE) return null;
  if (daysBetween(npsDate, asOf) > (triggerDays ?? LOW_NPS_DAYS)) return null;
  return { because: `the NPS answer is ${npsScore}`, occasion: `nps:${npsDate}`, since: npsDate };
}
