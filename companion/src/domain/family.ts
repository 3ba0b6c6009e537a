import type { RiskBand } from './band.ts';

/** How the risk of a family is told from those of its accounts; values of `CS_Scoring_Config__c.CS_Roll_Up__c`. */
export const ROLL_UPS = ['Worst Child', 'Weighted by ARR'] as const;
export type RollUp = (typeof ROLL_UPS)[number];

/** The value of `CS_Roll_Up__c` that wants no family risk. */
export const NO_ROLL_UP = 'Off';

/** Levels of child accounts that count: an account hierarchy of companies is rarely deeper than four. */
export const MAX_LEVELS = 10;
/** Accounts that a family may have: more below one parent is a filing box, no group of companies. */
export const MAX_MEMBERS = 2_000;

/** The status that takes an account out of the family: no contract is left to lose. */
const CHURNED = 'Churned';

/** An account of a family as it was scored last. `level` 0 is the account that the family stands on. */
export interface FamilyMember {
  accountId: string;
  name: string;
  level: number;
  status: string | null;
  arr: number | null;
  score: number | null;
  /** What is shown: set by hand while that holds, else calculated. */
  band: RiskBand | null;
}

/** An account with all the accounts below it: everything that a family risk is made from. */
export interface Family {
  accountId: string;
  tier: string | null;
  /** Empty when there are more than `MAX_MEMBERS`. */
  members: FamilyMember[];
  /** Whether accounts below the deepest level that counts were left out. */
  isCut: boolean;
  isTooLarge: boolean;
}

/** Whether an account of a family counts as a customer. */
export const isCustomer = ({ status }: Pick<FamilyMember, 'status'>): boolean => status !== CHURNED;
