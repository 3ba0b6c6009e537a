import { expect, test } from '@jest/globals';
import { buildWorkloadHistory, HISTORY_DAYS, type BookEntry } from './build-workload-history.ts';

const TODAY = '2026-11-22';
const entry = (key: string, known: Partial<BookEntry> = {}): BookEntry => ({
  key,
  tier: 'Enterprise',
  arr: 1000,
  renewalDate: '2028-01-01',
  atRiskFrom: null,
  ...known,
});
const book = Array.from({ length: 40 }, (_, index) => entry(`account ${index}`));
const of = (entries: readonly BookEntry[]) => buildWorkloadHistory('005A', entries, TODAY);

test('a history holds every day of twelve weeks up to yesterday, each under its own key', () => {
  const days = of(book);
  expect(days).toHaveLength(HISTORY_DAYS);
  expect(days[0]).toMatchObject({
    CS_Key__c: '005A:2026-08-30',
    CS_As_Of__c: '2026-08-30',
    CS_CSM__c: '005A',
  });
  expect(days.at(-1)).toMatchObject({ CS_Key__c: '005A:2026-11-21', CS_Accounts__c: 40, CS_ARR__c: 40_000 });
});

test('a history is the same each time, and a book never shrinks in it', () => {
  expect(of(book)).toEqual(of(book));
  const counts = of(book).map((day) => Number(day['CS_Accounts__c']));
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(counts[0]).toBeLessThan(40);
});

test('an account is at risk from its day on, and a renewal counts for ninety days', () => {
  const known = { atRiskFrom: '2026-11-01', renewalDate: '2026-11-10' };
  const days = of(Array.from({ length: 12 }, (_, index) => entry(`old ${index}`, known)));
  const on = (day: string) => days.find((each) => each['CS_As_Of__c'] === day);
  expect(on('2026-10-31')).toMatchObject({ CS_At_Risk__c: 0 });
  expect(on('2026-11-10')?.['CS_Renewals_90d__c']).toBe(on('2026-11-10')?.['CS_Accounts__c']);
  expect(on('2026-11-11')).toMatchObject({ CS_Renewals_90d__c: 0 });
  expect(on('2026-11-21')?.['CS_At_Risk__c']).toBe(12);
});
