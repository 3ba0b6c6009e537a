import type { RecordRef } from './signals.ts';

/** Why the points of a factor moved. */
export interface Cause {
  /**
   * `signal`: something happened. `time`: nothing did, days passed. `configuration`: other weights or thresholds.
   * `weights`: another factor became known or unknown. `rounding`: less than a tenth, seen by rounding.
   */
  kind: 'signal' | 'time' | 'configuration' | 'weights' | 'rounding';
  /** A sentence without its full stop. */
  text: string;
  /** The records that it came from. */
  records: RecordRef[];
}

export const signalCause = (text: string, records: RecordRef[] = []): Cause => ({
  kind: 'signal',
  text,
  records: records.map(({ object, id, label }) => ({ object, id, label })),
});
