import { readBand, type RiskBand } from '../domain/band.ts';
import { calculatedBandOf, findOverride, type ExplainedOverride } from '../domain/override.ts';
import type { StoredAccount } from './ports.ts';

/**
 * The calculated band of the score before. Without a score of our own, after a loss of the database, the org still knows
 * it: as the band it shows, or beside a band set by hand in the explanation it holds.
 */
export function findPreviousBand(account: StoredAccount, asOf: string): RiskBand | null {
  const { lastScore, current, signals } = account;
  if (lastScore) return calculatedBandOf(lastScore);
  const shown = readBand(current['CS_Risk_Band__c']);
  const written = readOverride(current['CS_Risk_Explanation__c']);
  if (written) return readBand(written.calculated);
  // Set by hand, and nothing tells what it was before: then nothing holds on.
  return findOverride(signals, asOf)?.band === shown ? null : shown;
}

function readOverride(explanation: unknown): ExplainedOverride | null {
  if (typeof explanation !== 'string') return null;
  try {
    const parsed = JSON.parse(explanation) as { override?: ExplainedOverride } | null;
    return parsed?.override ?? null;
  } catch {
    return null; // Someone edited the JSON by hand: it tells nothing.
  }
}
