import fc from 'fast-check';
import type { CountedAccount } from '../src/domain/counted-account.ts';
import { addDays } from '../src/domain/dates.ts';
import { AS_OF } from '../src/domain/testing/build-signals.ts';

const inDays = (min: number, max: number) => fc.integer({ min, max }).map((days) => addDays(AS_OF, days));
const money = fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100);
const score = fc.integer({ min: 0, max: 10 });

/** Any account as totals count it. */
export const anyCounted: fc.Arbitrary<CountedAccount> = fc
  .record({
    status: fc.constantFrom('Active', 'Onboarding', 'Churned', null),
    arr: fc.option(money),
    arrYearAgo: fc.option(money),
    renewalDate: fc.option(inDays(-30, 200)),
    health: fc.option(fc.integer({ min: 0, max: 100 })),
    healthChange: fc.option(fc.integer({ min: -100, max: 100 })),
    riskBand: fc.constantFrom('Healthy' as const, 'Watch' as const, 'At Risk' as const, null),
    riskScore: fc.option(fc.integer({ min: 0, max: 100 })),
    tier: fc.constantFrom('Strategic', 'Growth', 'Scale', null),
    industry: fc.constantFrom('Energy', 'Retail', null),
    region: fc.constantFrom('DE', 'US', null),
    ownerId: fc.constantFrom('005A', '005B'),
    managerId: fc.constantFrom('005B', '005C', null),
    cadenceDays: fc.option(fc.integer({ min: 1, max: 120 })),
    touchDue: fc.option(inDays(-60, 60)),
    scores: fc.array(score, { maxLength: 4 }),
    openAlerts: fc.integer({ min: 0, max: 3 }),
  })
  .map((given) => ({ accountId: '001', ...given, csmId: given.managerId ?? given.ownerId }));

/** Any sequence of what becomes of a few accounts; `account` of null is one that is deleted. */
export const anyChanges: fc.Arbitrary<{ accountId: string; account: CountedAccount | null }[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom('001A', '001B', '001C', '001D', '001E', '001F'),
      fc.option(anyCounted, { freq: 4 }),
    )
    .map(([accountId, account]) => ({ accountId, account: account && { ...account, accountId } })),
  { maxLength: 60 },
);
