import type { RiskBand } from '../band.ts';
import type { AccountSignals, RecordRef } from '../signals.ts';

/** All of an account that alert rules look at. */
export interface AlertAccount {
  accountId: string;
  name: string;
  /** Null where it was never read. */
  ownerId: string | null;
  csmId: string | null;
  churned: boolean;
  score: number | null;
  band: RiskBand | null;
  /** The sentence that says why the risk is what it is. */
  riskReason: string | null;
  /** The score that stood `RISE_WINDOW_DAYS` ago; null where none did. */
  scoreBefore: number | null;
  arr: number | null;
  arrYearAgo: number | null;
  /** Null where usage is not known. */
  usageDown: boolean | null;
  usageReason: string | null;
  signals: AccountSignals;
}

/** Something that a rule watches for and that is so. `recordId` tells it from others of the same rule and account. */
export interface AlertCause {
  recordId: string;
  /** One sentence, at most 255 characters, that says what happened without naming the account. */
  message: string;
  records: RecordRef[];
}

/** What a rule finds on an account; null where it cannot be told, which neither raises nor resolves anything. */
export type FoundCauses = AlertCause[] | null;

/** How far back a rising risk is compared. */
export const RISE_WINDOW_DAYS = 14;
