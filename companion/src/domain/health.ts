import { MEASURES, type Measure } from './factors.ts';
import type { IsoDate } from './dates.ts';
import { findManualHealth } from './judgement.ts';
import type { Reading } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals } from './signals.ts';

/** How the customer is doing, 0–100. `calculated` stands beside a manual value so that both can be shown. */
export interface Health {
  value: number | null;
  source: 'Manual' | 'Calculated' | null;
  calculated: number | null;
  setOn: IsoDate | null;
  /** The org's own field that the manual value stands in. Absent for one that was set in Tenure. */
  field?: string;
}

/** Health: what a person set while that is valid, else the weighted mean of the other four measures. */
export function readHealth(
  signals: AccountSignals,
  readings: Record<Measure, Reading>,
  config: ScoringConfig,
  asOf: IsoDate,
): Health {
  const calculated = calculateHealth(readings, config);
  const manual = findManualHealth(signals, config, asOf);
  if (manual) {
    const field = manual.source === undefined ? {} : { field: manual.source };
    return { value: manual.value, source: 'Manual', calculated, setOn: manual.on, ...field };
  }
  return { value: calculated, source: calculated === null ? null : 'Calculated', calculated, setOn: null };
}

function calculateHealth(readings: Record<Measure, Reading>, config: ScoringConfig): number | null {
  let sum = 0;
  let weight = 0;
  for (const measure of MEASURES) {
    const reading = readings[measure];
    if (measure === 'judgement' || !reading.known) continue;
    sum += reading.value * config.weights[measure].value;
    weight += config.weights[measure].value;
  }
  return weight === 0 ? null : Math.round(sum / weight);
}
