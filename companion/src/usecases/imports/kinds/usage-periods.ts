import { addDays } from '../../../domain/dates.ts';
import { ACCOUNT_REFERENCE, NAMES_ACCOUNT } from '../account-reference.ts';
import { pastDay, required, wholeNumber } from '../field.ts';
import { recordKind } from '../kind.ts';

const MOST = 999_999_999;

/** Usage by account and period, such as a month, where days are not known. */
export const usagePeriodsKind = recordKind({
  name: 'usage-periods',
  summary: 'product usage by week or month, where days are not known',
  object: 'CS_Usage_Snapshot__c',
  keyField: 'CS_Key__c',
  belongsTo: 'account',
  parentField: 'CS_Account__c',
  needs: [['periodStart'], ['periodDays'], NAMES_ACCOUNT],
  fields: {
    ...ACCOUNT_REFERENCE,
    periodStart: required(
      pastDay({ note: 'its first day', aliases: ['start', 'period', 'from', 'month', 'week'] }),
    ),
    periodDays: required(wholeNumber(1, 366, { note: 'how many days it has', aliases: ['days'] })),
    activeUsers: wholeNumber(0, MOST, { note: 'people who used it', aliases: ['users', 'mau', 'wau'] }),
    licensedSeats: wholeNumber(0, MOST, {
      note: 'seats that are paid for',
      aliases: ['seats', 'licenses', 'licences'],
    }),
    logins: wholeNumber(0, MOST, { note: 'logins', aliases: ['sessions'] }),
    apiCalls: wholeNumber(0, MOST, { note: 'calls of an interface', aliases: ['calls', 'requests'] }),
    featuresUsed: wholeNumber(0, 999_999, { note: 'different features', aliases: ['features'] }),
  },
  plan(row, { accountId, today }) {
    if (addDays(row.periodStart, row.periodDays - 1) > today) {
      return { column: 'periodDays', expected: 'a period that has ended' };
    }
    const key = `${accountId}:${row.periodStart}:${row.periodDays}`;
    return {
      key,
      fields: {
        CS_Key__c: key,
        CS_Period_Start__c: row.periodStart,
        CS_Period_Days__c: row.periodDays,
        CS_Active_Users__c: row.activeUsers,
        CS_Licensed_Seats__c: row.licensedSeats,
        CS_Logins__c: row.logins,
        CS_API_Calls__c: row.apiCalls,
        CS_Features_Used__c: row.featuresUsed,
      },
    };
  },
});
