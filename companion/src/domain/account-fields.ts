import { daysBetween, type IsoDate } from './dates.ts';
import { findLastTouchpoint } from './engagement.ts';
import type { Explanation } from './explanation.ts';
import { FAMILY_FIELDS } from './family-fields.ts';
import { deriveNps } from './nps.ts';
import { tellProgress } from './playbook-progress.ts';
import { giveReason } from './reason.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals } from './signals.ts';
import { summariseTickets } from './tickets.ts';
import { tunedCadence } from './tuned-cadence.ts';
import { STARTER_VALID_DAYS } from './validity.ts';
import { deriveUsageFields } from './usage-fields.ts';

/** A value as it is written to a field. */
export type FieldValue = string | number | boolean | null;
export type FieldValues = Record<string, FieldValue>;

/** The field that is only written along with another. */
export const SCORED_AT_FIELD = 'CS_Risk_Scored_At__c';

/** The Account fields that the companion writes, all of them. */
export const WRITTEN_FIELDS = [
  'CS_Health__c',
  'CS_Health_Trend__c',
  'CS_Health_Change_30d__c',
  'CS_Risk_Score__c',
  'CS_Risk_Band__c',
  'CS_Risk_Reason__c',
  'CS_Risk_Explanation__c',
  SCORED_AT_FIELD,
  'CS_Last_Touchpoint__c',
  'CS_Open_Tickets__c',
  'CS_Escalated_Tickets__c',
  'CS_Oldest_Ticket_On__c',
  'CS_Ticket_Satisfaction__c',
  'CS_Low_Usage__c',
  'CS_Usage_Down__c',
  'CS_Seat_Use__c',
  'CS_Usage_Change__c',
  'CS_Usage_Reason__c',
  'CS_Usage_As_Of__c',
  'CS_NPS_Score__c',
  'CS_NPS_Date__c',
  'CS_Playbook_Progress__c',
  'CS_Tier_Cadence__c',
  ...FAMILY_FIELDS,
] as const;

/** The Account fields that the companion writes only where an admin has mapped a field of the org's own to them. */
export const MIRRORED_FIELDS = [
  'CS_ARR__c',
  'CS_Renewal_Date__c',
  'CS_Tier__c',
  'CS_Status__c',
  'CS_Manager__c',
] as const;

/** What the account's fields should hold. What is not known is left out, and so left alone, where it may be a person's. */
export function deriveAccountFields(
  signals: AccountSignals,
  config: ScoringConfig,
  explanation: Explanation,
  asOf: IsoDate,
): FieldValues {
  const { health, trend } = explanation;
  const touch = findLastTouchpoint(signals, asOf);
  const nps = deriveNps(signals, asOf);
  const tickets = summariseTickets(signals, asOf);
  return {
    // A typed health that has expired is a person's entry all the same: it is not blanked.
    ...(health.value === null && signals.enteredHealth ? {} : { CS_Health__c: health.value }),
    CS_Health_Trend__c: trend.word,
    CS_Health_Change_30d__c: trend.change30,
    CS_Risk_Score__c: explanation.score,
    CS_Risk_Band__c: explanation.band,
    CS_Risk_Reason__c: giveReason(explanation),
    CS_Risk_Explanation__c: JSON.stringify(explanation),
    [SCORED_AT_FIELD]: explanation.scoredAt,
    ...(touch ? { CS_Last_Touchpoint__c: touch.on } : {}),
    CS_Open_Tickets__c: tickets.open,
    CS_Escalated_Tickets__c: tickets.escalated,
    CS_Oldest_Ticket_On__c: tickets.oldestOn,
    CS_Ticket_Satisfaction__c: tickets.satisfaction,
    ...deriveUsageFields(signals, config, asOf),
    CS_Playbook_Progress__c: tellProgress(signals, asOf),
    CS_Tier_Cadence__c: tunedCadence(signals.tier, config),
    ...(nps ? { CS_NPS_Score__c: nps.score, CS_NPS_Date__c: nps.on } : {}),
  };
}

/**
 * The wanted values that differ from the present ones. The time of scoring goes along with another, and alone when the
 * one in the org is so old that the score would be taken for out of date.
 */
export function findFieldChanges(
  wanted: FieldValues,
  present: FieldValues,
  validDays: number = STARTER_VALID_DAYS,
): FieldValues {
  const changed = Object.entries(wanted).filter(
    ([field, value]) => field !== SCORED_AT_FIELD && value !== (present[field] ?? null),
  );
  const scoredAt = wanted[SCORED_AT_FIELD];
  if (changed.length === 0 && !runsOut(present[SCORED_AT_FIELD], scoredAt, validDays)) return {};
  return Object.fromEntries(scoredAt === undefined ? changed : [...changed, [SCORED_AT_FIELD, scoredAt]]);
}

const runsOut = (present: unknown, scoredAt: unknown, validDays: number) =>
  typeof present === 'string' &&
  typeof scoredAt === 'string' &&
  daysBetween(present.slice(0, 10), scoredAt.slice(0, 10)) >= validDays;
