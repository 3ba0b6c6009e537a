import { ACCOUNT_REFERENCE, NAMES_ACCOUNT } from '../account-reference.ts';
import { pastDay, required, text, wholeNumber } from '../field.ts';
import { usageKind } from '../kind.ts';

const MOST = 1_000_000_000;

/**
 * Usage by account and day, in rows of any order: logins, calls and events of a day are added up, of users and seats the
 * largest number counts. A row may be a whole day, or one feature of it.
 */
export const usageDaysKind = usageKind({
  name: 'usage',
  summary: 'product usage, a row an account and day, or one for each feature',
  needs: [['day'], NAMES_ACCOUNT, ['activeUsers', 'logins', 'apiCalls', 'feature']],
  fields: {
    ...ACCOUNT_REFERENCE,
    day: required(pastDay({ note: 'the day of use', aliases: ['date', 'usage date', 'used on'] })),
    activeUsers: wholeNumber(0, MOST, { note: 'people who used it', aliases: ['users', 'dau'] }),
    licensedSeats: wholeNumber(0, MOST, {
      note: 'seats that are paid for',
      aliases: ['seats', 'licenses', 'licences'],
    }),
    logins: wholeNumber(0, MOST, { note: 'logins', aliases: ['sessions'] }),
    apiCalls: wholeNumber(0, MOST, { note: 'calls of an interface', aliases: ['calls', 'requests'] }),
    feature: text(120, { note: 'a feature that was used', aliases: ['feature name', 'event'] }),
    events: wholeNumber(0, MOST, {
      note: 'how often it was used; once unless given',
      aliases: ['count', 'usage count', 'event count'],
    }),
  },
  toLine: (row, accountId, line) => ({
    line,
    accountId,
    day: row.day,
    activeUsers: row.activeUsers ?? null,
    licensedSeats: row.licensedSeats ?? null,
    logins: row.logins ?? null,
    apiCalls: row.apiCalls ?? null,
    feature: row.feature ?? null,
    events: row.feature == null ? null : (row.events ?? 1),
  }),
});
