import type { IsoDate } from './dates.ts';
import type { Factor } from './factors.ts';
import type { PlainRisk } from './risk-score.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals } from './signals.ts';

/** An account as it stands, for the question what would change it. */
export interface Standing {
  signals: AccountSignals;
  config: ScoringConfig;
  asOf: IsoDate;
  now: PlainRisk;
}

/** A kind of change in sizes from 1 to `sizes`, each further than the one before. */
export interface WhatIf {
  factor: Factor | null;
  kind: 'action' | 'signal' | 'time';
  sizes: number;
  /** Whether a larger size never does less: then none is enough where the largest is not. */
  steady?: true;
  /** The account after the change of that size; `asOf` is later where time passes. */
  after(size: number): { signals: AccountSignals; asOf?: IsoDate };
  /** The change in words, as the start of "… would move the band to Watch". */
  say(size: number): string;
}

/** Usage is changed in steps of 5 %: finer ones would promise more than a month of usage can tell. */
const USAGE_STEP = 0.05;

/** The account with the usage of its newest month times a factor. */
export function scaleRecentUsage(
  signals: AccountSignals,
  recentIds: Set<string>,
  factor: number,
): AccountSignals {
  const scale = (value: number | null) => (value === null ? null : value * factor);
  const usage = signals.usage.map((period) =>
    recentIds.has(period.id)
      ? {
          ...period,
          activeUsers: scale(period.activeUsers),
          logins: scale(period.logins),
          apiCalls: scale(period.apiCalls),
        }
      : period,
  );
  return { ...signals, usage };
}

/** A step of usage as a factor: 3 up is 1.15, 3 down is 0.85. */
export const usageFactor = (size: number, direction: 1 | -1) => 1 + direction * size * USAGE_STEP;

/** A step of usage in words: 15%. */
export const usagePercent = (size: number) => `${Math.round(size * USAGE_STEP * 100)}%`;
