/** Id of the account of every test. */
export const ACCOUNT_ID = '001000000000001AAA';

/** A record as `getRecord` answers; a field that is not given is one the user may not read. */
export function recordOf(apiName: string, id: string, fields: Record<string, unknown>): object {
  return {
    id,
    apiName,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value, displayValue: null }]),
    ),
  };
}

/** The account of every test with these fields. */
export function accountOf(fields: Record<string, unknown>): object {
  return recordOf('Account', ACCOUNT_ID, { Name: 'Example Ltd', ...fields });
}
