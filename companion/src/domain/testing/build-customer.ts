import type { CustomerOnDay } from '../customer-on-day.ts';

/** A customer of 1,000 that renews in no hurry, with what a test says of it. */
export function buildCustomer(given: Partial<CustomerOnDay> = {}): CustomerOnDay {
  return {
    accountId: '001',
    status: 'Active',
    arr: 1_000,
    arrYearAgo: 1_000,
    renewalDate: null,
    health: 80,
    healthChange: null,
    riskBand: 'Healthy',
    riskScore: 10,
    tier: 'Growth',
    industry: null,
    region: null,
    csmId: '005A',
    ...given,
  };
}
