import { ACCOUNT_REFERENCE, NAMES_ACCOUNT } from '../account-reference.ts';
import { amount, choice, day, required, text } from '../field.ts';
import { recordKind } from '../kind.ts';

/**
 * How much each account paid in months of the past, so that retention has a year to look back on. Totals are made of
 * the snapshots of one day: all days are moved to the first of their month.
 */
export const arrKind = recordKind({
  name: 'arr',
  summary: 'ARR of months of the past, so that retention has something to look back on',
  object: 'CS_Account_Snapshot__c',
  keyField: 'CS_Key__c',
  belongsTo: 'account',
  parentField: 'CS_Account__c',
  needs: [['month'], ['arr'], NAMES_ACCOUNT],
  fields: {
    ...ACCOUNT_REFERENCE,
    month: required(day({ note: 'any day of the month', aliases: ['date', 'day', 'as of', 'period'] })),
    arr: required(
      amount({
        note: 'annual recurring revenue on its first day',
        aliases: ['annual recurring revenue', 'arr amount'],
      }),
    ),
    arrYearAgo: amount({
      note: 'the same twelve months before; 0 for who was no customer',
      aliases: ['arr a year ago', 'previous arr'],
    }),
    status: choice(['Onboarding', 'Active', 'Renewing', 'Churned'], {
      note: 'Churned for 0 ARR, else Active, unless given',
    }),
    tier: choice(['Strategic', 'Enterprise', 'Growth', 'Scale'], {
      note: 'tier in that month',
      aliases: ['segment'],
    }),
    industry: text(80, { note: 'industry in that month' }),
    region: text(80, { note: 'region in that month', aliases: ['country'] }),
  },
  plan(row, { accountId, today }) {
    if (row.month.slice(0, 7) >= today.slice(0, 7)) {
      return { column: 'month', expected: 'a month before this one: the companion keeps this one itself' };
    }
    const key = `${accountId}:${row.month.slice(0, 7)}`;
    const { arr, arrYearAgo } = row;
    return {
      key,
      fields: {
        CS_Key__c: key,
        CS_As_Of__c: `${row.month.slice(0, 7)}-01`,
        CS_ARR__c: arr,
        CS_ARR_Year_Ago__c: arrYearAgo,
        CS_Retained_ARR__c: arrYearAgo == null ? undefined : Math.min(arr, arrYearAgo),
        CS_Status__c: row.status ?? (arr === 0 ? 'Churned' : 'Active'),
        CS_Tier__c: row.tier,
        CS_Industry__c: row.industry,
        CS_Region__c: row.region,
      },
    };
  },
});
