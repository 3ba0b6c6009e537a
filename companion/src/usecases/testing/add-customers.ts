import { buildCustomer } from '../../domain/testing/build-customer.ts';
import type { MemoryOrg } from './memory-org.ts';
import { ACCOUNT_IDS } from './scored-portfolio.ts';

/** Lets the accounts of the portfolio be customers, one of unknown ARR, one with an alert, one with a past. */
export function addCustomers(org: MemoryOrg): void {
  const [first = '', second = '', third = ''] = ACCOUNT_IDS;
  const atRisk = { riskBand: 'At Risk' as const, renewalDate: '2026-12-10' };
  org.customers.push(
    buildCustomer({ accountId: first, arr: 100.1, arrYearAgo: 200, ...atRisk }),
    buildCustomer({ accountId: second, arr: 200.2, tier: 'Scale', health: 61 }),
    buildCustomer({ accountId: third, arr: null }),
  );
  org.past.set('2026-10-01', [buildCustomer({ accountId: first, arr: 90 })]);
  org.alerts.push({ accountId: first, raisedOn: '2026-11-20', resolvedOn: null });
}
