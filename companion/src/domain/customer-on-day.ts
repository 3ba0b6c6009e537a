import type { IsoDate } from './dates.ts';
import type { RiskBand } from './band.ts';

/** How a customer stands on a day: what totals of that day are made of. Amounts are in the org's currency. */
export interface CustomerOnDay {
  accountId: string;
  /** A value of `CS_Status__c`. One that is `Churned` adds to no total but those of revenue retention. */
  status: string | null;
  /** Annual recurring revenue under contract; null when it is not known. */
  arr: number | null;
  /** The same twelve months before, 0 for who was no customer then; null when it is not known. */
  arrYearAgo: number | null;
  renewalDate: IsoDate | null;
  /** 0–100, higher is better. */
  health: number | null;
  /** Points of health within 30 days; null when it is not known. */
  healthChange: number | null;
  riskBand: RiskBand | null;
  /** 0–100, higher is worse. */
  riskScore: number | null;
  tier: string | null;
  industry: string | null;
  region: string | null;
  /** Who looks after the account; null where that was not kept. */
  csmId: string | null;
}

/** Whether the customer is lost. */
export function isChurned({ status }: CustomerOnDay): boolean {
  return status === 'Churned';
}

/** The ARR that a customer has on the day, in cents: nothing once churned; null when it is not known. */
export function centsOf(customer: CustomerOnDay): number | null {
  if (isChurned(customer)) return 0;
  return customer.arr === null ? null : Math.round(customer.arr * 100);
}
