import type { FieldValues } from './account-fields.ts';
import type { IsoDate } from './dates.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals } from './signals.ts';
import { readUsageFlags } from './usage-flags.ts';

/** The length of the text field. */
const MAX_REASON = 255;
/** The most that the percent fields hold. */
const MAX_SEAT_USE = 9999.9;
const MAX_CHANGE = 99999.9;

/**
 * What the account's fields should say of usage. A checkbox knows no "not known": it is left as it stands, and the
 * percentages, which are empty then, tell.
 */
export function deriveUsageFields(
  signals: AccountSignals,
  config: ScoringConfig,
  asOf: IsoDate,
): FieldValues {
  const { low, down, seatUse, change, asOf: lastDay, reason } = readUsageFlags(signals, config, asOf);
  return {
    ...(low === null ? {} : { CS_Low_Usage__c: low }),
    ...(down === null ? {} : { CS_Usage_Down__c: down }),
    CS_Seat_Use__c: seatUse === null ? null : Math.min(MAX_SEAT_USE, toPercent(seatUse)),
    CS_Usage_Change__c: change === null ? null : Math.min(MAX_CHANGE, toPercent(change)),
    CS_Usage_Reason__c: reason.length > MAX_REASON ? `${reason.slice(0, MAX_REASON - 1)}…` : reason,
    CS_Usage_As_Of__c: lastDay,
  };
}

/** In tenths of a percent, as the fields keep it; 0 has no sign. */
function toPercent(share: number): number {
  return Math.round(share * 1000) / 10 + 0;
}
