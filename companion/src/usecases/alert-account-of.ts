import type { AlertAccount } from '../domain/alerts/alert-account.ts';
import type { RiskBand } from '../domain/band.ts';
import type { CustomerOnDay } from '../domain/customer-on-day.ts';
import type { AccountForAlerts } from './alert-ports.ts';

/** An account as it was last read, put as the rules look at it. */
export function toAlertAccount(
  { accountId, name, signals, current, facts, score, band, scoreBefore }: AccountForAlerts,
  customer: CustomerOnDay | undefined,
): AlertAccount {
  return {
    ...{ accountId, name, signals, score, scoreBefore },
    ownerId: facts?.owner?.id ?? null,
    csmId: facts?.csm?.id ?? null,
    churned: facts?.status === 'Churned',
    // Written by the scoring from the same three.
    band: band as RiskBand | null,
    riskReason: textOf(current['CS_Risk_Reason__c']),
    arr: customer?.arr ?? null,
    arrYearAgo: customer?.arrYearAgo ?? null,
    usageDown: facts?.usageDown ?? null,
    usageReason: textOf(current['CS_Usage_Reason__c']),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
