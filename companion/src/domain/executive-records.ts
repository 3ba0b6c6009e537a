import type { ScoresByAccount } from './executive-nps.ts';

/** What totals count that does not stand on an account, by account and as of the day. */
export interface ExecutiveRecords {
  /** What people answered, as `findLatestScores` tells it. */
  scoresOf: ScoresByAccount;
  /** How many alerts were open. */
  alertsOf: ReadonlyMap<string, number>;
}

/** Nobody answered, and nothing is wrong. */
export const NO_RECORDS: ExecutiveRecords = { scoresOf: new Map(), alertsOf: new Map() };
