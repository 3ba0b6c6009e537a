import type { RiskBand } from './band.ts';
import { addDays, type IsoDate } from './dates.ts';
import type { AccountSignals, OverrideSignal } from './signals.ts';

/** A word against the rules has to be given anew after this long, whatever its record says. */
export const MAX_OVERRIDE_DAYS = 180;

/** A band set by hand, as an explanation tells it beside what the rules say. */
export interface ExplainedOverride {
  band: RiskBand;
  /** What the rules say; null while no measure is known. */
  calculated: RiskBand | null;
  /** Who set it; null where the org does not say. */
  by: string | null;
  reason: string;
  setOn: IsoDate;
  /** The last day on which it holds. */
  expiresOn: IsoDate;
  recordId: string;
}

/** The last day on which a band set by hand holds, unless it is ended before. */
export function lastDayOf({ setOn, expiresOn }: OverrideSignal): IsoDate {
  const limit = addDays(setOn, MAX_OVERRIDE_DAYS);
  return expiresOn < limit ? expiresOn : limit;
}

/**
 * The band set by hand that holds on a day: from the day it was set to the end of its last, unless it was ended. Only
 * the one that was set last counts: when it is over, an earlier one does not come back.
 */
export function findOverride(signals: AccountSignals, asOf: IsoDate): OverrideSignal | null {
  const { override } = signals;
  if (!override || override.endedOn !== null) return null;
  return override.setOn <= asOf && asOf <= lastDayOf(override) ? override : null;
}

/** The override of a day beside the band that the rules give. */
export function explainOverride(
  signals: AccountSignals,
  calculated: RiskBand | null,
  asOf: IsoDate,
): ExplainedOverride | null {
  const override = findOverride(signals, asOf);
  if (!override) return null;
  const { band, by, reason, setOn, id } = override;
  return { band, calculated, by, reason, setOn, expiresOn: lastDayOf(override), recordId: id };
}

/** The band that the rules gave, whatever was set by hand: what the next score holds on to. */
export function calculatedBandOf({
  band,
  override,
}: {
  band: RiskBand | null;
  override?: ExplainedOverride;
}): RiskBand | null {
  return override ? override.calculated : band;
}

/** "Set by hand by Dana Reyes until 2026-12-22". */
export function tellWho({ by, expiresOn }: ExplainedOverride): string {
  return `Set by hand${by === null ? '' : ` by ${by}`} until ${expiresOn}`;
}
