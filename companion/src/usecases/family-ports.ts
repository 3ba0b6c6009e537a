import type { IsoDate } from '../domain/dates.ts';
import type { Family } from '../domain/family.ts';
import type { FamilyRisk } from '../domain/roll-up-family.ts';

/** What the roll-up of child accounts needs from outside; `ports.ts` has what the scores themselves need. */

/** A risk of a family to keep for good; a null result says that there is none any more. */
export interface FamilyScoreRecord {
  accountId: string;
  asOf: IsoDate;
  scoredAt: string;
  configHash: string;
  inputs: Family;
  result: FamilyRisk | null;
}

/** The families of an org: accounts with accounts below them. */
export interface FamilyStore {
  /**
   * Accounts whose family may have changed since families were last looked at, or in the run that began at `at`: all of
   * them the first time. Those that lost an account are among them.
   */
  findChangedFamilies(orgId: string, at: string): Promise<string[]>;
  /** The account and all above it, as far as they are known, those alone that have accounts below them. */
  findFamiliesOf(orgId: string, accountId: string): Promise<string[]>;
  /** These accounts with all below them; one without any has no family and is left out. */
  loadFamilies(orgId: string, accountIds: string[]): Promise<Family[]>;
  /** Says up to when families were looked at. */
  markFamilies(orgId: string, at: string): Promise<void>;
  /** Accounts that have a family risk now. */
  findToldFamilies(orgId: string): Promise<string[]>;
  /** The family risks that these accounts have now. */
  latestFamilyScores(orgId: string, accountIds: string[]): Promise<FamilyScoreRecord[]>;
  /** The family risk that stood at the end of a day; its result is null where there was none any more. */
  findFamilyScoreOn(orgId: string, accountId: string, day: IsoDate): Promise<FamilyScoreRecord | null>;
}
