import { expect, test } from '@jest/globals';
import { generateAccount } from './generate-account.ts';
import { companyOf } from './names.ts';

const CSMS = ['005A', '005B', '005C'];
const TODAY = '2026-11-22';
const of = (count: number) =>
  Array.from({ length: count }, (_, index) => generateAccount(index, CSMS, TODAY));

test('an account is the same each time, however many are generated', () => {
  expect(of(5)).toEqual(of(20).slice(0, 5));
});

test('every account has a key and a name of its own', () => {
  const accounts = of(10_000);
  expect(new Set(accounts.map(({ key }) => key)).size).toBe(10_000);
  expect(new Set(accounts.map(({ fields }) => fields['Name'])).size).toBe(10_000);
  expect(companyOf(16_000).name).toBe(`${companyOf(0).name} 2`);
});

test('accounts are shared among all CSMs, and most of them are small', () => {
  const accounts = of(3_000);
  for (const csm of CSMS) {
    const own = accounts.filter(({ csmId }) => csmId === csm).length;
    expect(Math.abs(own - 1_000)).toBeLessThan(120);
  }
  const share = (tier: string) =>
    accounts.filter(({ fields }) => fields['CS_Tier__c'] === tier).length / 3_000;
  expect(share('Strategic')).toBeLessThan(0.06);
  expect(share('Scale')).toBeGreaterThan(0.4);
});

test('there is something of every kind to be found: overdue, unplanned, without renewal, churned', () => {
  const accounts = of(1_000);
  const some = (holds: (account: (typeof accounts)[number]) => boolean) => accounts.filter(holds).length;
  expect(some(({ fields }) => String(fields['CS_Next_Scheduled__c'] ?? '9') < TODAY)).toBeGreaterThan(50);
  expect(some(({ fields }) => fields['CS_Next_Scheduled__c'] === null)).toBeGreaterThan(300);
  expect(some(({ fields }) => fields['CS_Renewal_Date__c'] === null)).toBeGreaterThan(5);
  expect(some(({ book }) => book === null)).toBeGreaterThan(10);
  expect(some(({ tasks }) => tasks.some((task) => task['Status'] === 'Not Started'))).toBeGreaterThan(100);
});
