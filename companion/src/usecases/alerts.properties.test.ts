import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockIn } from '../domain/alerts/local-time.ts';
import { MemoryAlerts } from './testing/memory-alerts.ts';
import { MemoryStore } from './testing/memory-store.ts';
import {
  MONTH_RULES,
  PLANTED_TYPES,
  accountIdOf,
  recordIdOf,
  type Planted,
} from './testing/planted-month.ts';
import { simulateMonth, type Month, type MonthStores } from './testing/simulate-month.ts';

/** The clocks go back in New York within this month. */
const START = '2026-10-10';
const DAYS = 36;
const ACCOUNTS = 4;
/** After so many days every rule has settled. */
const SETTLED = 4;
/** A month has many more steps than this at which the process can die. */
const MANY_STEPS = 10_000;
const SETTLING: readonly string[] = ['At Risk', 'Usage Down'];

function memoryStores(): MonthStores {
  const kept = new MemoryStore();
  const alerts = new MemoryAlerts((pushes, at) => kept.keepPushes('', pushes, at));
  return {
    alerts,
    push: kept,
    async putAccounts(accounts) {
      for (const account of accounts) alerts.accounts.set(account.accountId, account);
    },
  };
}

/** At most one event of a kind an account: a second one while the first settles would be the same alert. */
const plantedEvents = fc
  .uniqueArray(
    fc.record({
      account: fc.nat(ACCOUNTS - 1),
      type: fc.constantFrom(...PLANTED_TYPES),
      from: fc.integer({ min: 2, max: 24 }),
      days: fc.integer({ min: 4, max: 8 }),
      blips: fc.boolean(),
    }),
    { selector: ({ account, type }) => `${account}:${type}`, maxLength: 16 },
  )
  .map((events): Planted[] =>
    events.map((event) => ({ ...event, blips: event.blips && SETTLING.includes(event.type) })),
  );

/** A call in the course of the month: of the rare ones one of the first, of the others any. */
const crash = fc
  .oneof(
    fc.tuple(
      fc.constantFrom('sendBell', 'sendEmail', 'takeDeliveries', 'settleDeliveries', 'write', 'settlePushes'),
      fc.integer({ min: 1, max: 12 }),
    ),
    fc.tuple(
      fc.constantFrom(
        'keepAlerts',
        'keepLook',
        'loadAlerts',
        'claimPushes',
        'readPeople',
        'saveActionsReadTo',
      ),
      fc.integer({ min: 1, max: 150 }),
    ),
  )
  .chain(([name, call]) => fc.constantFrom('before', 'after').map((when) => `${name} ${call} ${when}`));

const month = (planted: Planted[], crashes: string[]): Month => ({
  ...{ start: START, days: DAYS, accounts: ACCOUNTS, planted },
  ...{ crashes: new Set(crashes), every: 6 },
});

const placeOf = (type: unknown, accountId: unknown, recordId: unknown) =>
  `${String(type)} ${String(accountId)} ${String(recordId)}`;

/** What the bell told of, one by one: `At Risk of Account 1`. */
function toldOf(bells: readonly { title: string; body: string }[]): string[] {
  return bells.flatMap(({ title, body }) => {
    const [type = '', account = ''] = title.split(': ');
    if (account.startsWith('Account')) return [`${type} of ${account}`];
    return body.split('\n').map((line) => line.split(': ').toReversed().join(' of '));
  });
}

describe('a month of alerts', () => {
  test('raises each thing that happens exactly once and nothing else, wherever the process dies', async () => {
    await fc.assert(
      fc.asyncProperty(plantedEvents, fc.array(crash, { maxLength: 40 }), async (planted, crashes) => {
        const { org, lost } = await simulateMonth(month(planted, crashes), memoryStores);
        const records = [...org.records.values()];
        const found = records.map((each) =>
          placeOf(each['CS_Type__c'], each.parentId, each['CS_Record_Id__c']),
        );
        const expected = planted.map((event) =>
          placeOf(event.type, accountIdOf(event.account), recordIdOf(event)),
        );
        expect(found.sort()).toEqual(expected.sort());

        // Each ended before the month did, and its alert with it.
        const ended = planted.filter(({ from, days }) => from + days + SETTLED < DAYS);
        const resolved = records.filter((each) => each['CS_Resolution__c'] === 'Cause Gone');
        expect(resolved.length).toBeGreaterThanOrEqual(ended.length);

        // Told at most once, and exactly once where no message was cut off by a crash.
        const told = toldOf(org.bells);
        expect(new Set(told).size).toBe(told.length);
        expect(lost === 0 ? told.length : planted.length).toBe(planted.length);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test('keeps quiet at night by the clock of the one who is told, and tells a digest once a day', async () => {
    const planted = PLANTED_TYPES.flatMap((type, index): Planted[] =>
      [0, 1, 2, 3].map((account) => ({
        account,
        type,
        from: 3 + index * 4 + account,
        days: 5,
        blips: false,
      })),
    );
    const { org, steps } = await simulateMonth(month(planted, []), memoryStores);
    expect(steps).toBeGreaterThan(MANY_STEPS);
    expect(org.bells.length).toBeGreaterThan(10);
    for (const { at } of [...org.bells, ...org.emails]) {
      const { hour } = clockIn('America/New_York', new Date(at));
      expect(hour).toBeGreaterThanOrEqual(7);
      expect(hour).toBeLessThan(20);
    }
    const mornings = org.emails.map(({ at }) => at.slice(0, 10));
    expect(new Set(mornings).size).toBe(mornings.length);
    expect(org.emails.length).toBeGreaterThan(3);
    expect(MONTH_RULES.filter(({ digest }) => digest)).toHaveLength(3);
  });
});
