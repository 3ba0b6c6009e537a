import type { IsoDate } from './dates.ts';
import type { RiskBand } from './score-risk.ts';

/** How a customer stands on a day: what totals of that day are made of. Amounts are in the org's currency. */
export interface CustomerOnDay {
  accountId: string;
  /** Whether the customer is lost. It adds to no total but those of revenue retention. */
  churned: boolean;
  /** Annual recurring revenue under contract; null when it is not known. */
  arr: number | null;
  /** The same twelve months before, 0 for who was no customer then; null when it is not known. */
  arrYearAgo: number | null;
  renewalDate: IsoDate | null;
  /** 0–100, higher is better. */
  health: number | null;
  riskBand: RiskBand | null;
  tier: string | null;
  industry: string | null;
  region: string | null;
  csmId: string;
}

/** The ARR that a customer has on the day, in cents: nothing once churned; null when it is not known. */
export function centsOf({ churned, arr }: CustomerOnDay): number | null {
  if (churned) return 0;
  return arr === null ? null : Math.round(arr * 100);
}
