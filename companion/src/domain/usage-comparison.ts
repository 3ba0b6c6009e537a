import type { ScoringConfig } from './scoring-config.ts';
import { STARTER_USAGE } from './usage-config.ts';

/** How recent usage compares with what is usual for the account, or why that cannot be told. */
export type UsageComparison =
  | {
      known: true;
      /** The middle of recent ÷ usual; 1 is as usual. */
      ratio: number;
      /** By how many usual spreads the middle of recent lies below usual; negative where above. */
      spreadsBelow: number;
    }
  | { known: false; reason: string };

export const notComparable = (reason: string): UsageComparison => ({ known: false, reason });

/**
 * Whether usage is down: so far below usual that it counts, and farther than it goes up and down by itself. Null where
 * it cannot be told.
 */
export function isUsageDown(comparison: UsageComparison, config: ScoringConfig): boolean | null {
  if (!comparison.known) return null;
  const { spread } = config.usage ?? STARTER_USAGE;
  return comparison.ratio < config.adoption.downRatio.value && comparison.spreadsBelow >= spread.value;
}

/** How far below usual a value lies, in usual spreads. Where nothing ever varies, any fall is beyond every spread. */
export function countSpreads(value: number, usual: number, spread: number): number {
  if (value === usual) return 0;
  return spread === 0 ? Math.sign(usual - value) * Infinity : (usual - value) / spread;
}
