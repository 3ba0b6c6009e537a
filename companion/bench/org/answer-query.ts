import { RULES, usersOf } from './alert-rows.ts';
import { accountOf, accountRow, rowsBelow } from './prepared-rows.ts';

/** What the prepared org holds. */
export interface Holding {
  accounts: number;
  /** How many accounts changed since the first run read them. */
  changed: number;
}

const QUERY = /^SELECT (?<fields>.+?) FROM (?<object>\w+)(?<rest>.*)$/s;

/** All rows of a query: of the few shapes that the companion sends, not of SOQL at large. */
export function answerQuery(soql: string, { accounts, changed }: Holding): object[] | { count: number } {
  const { fields = '', object = '', rest = '' } = QUERY.exec(soql)?.groups ?? {};
  const columns = fields.split(', ');
  if (object === 'Organization') return [{ Name: 'Prepared' }];
  if (fields === 'COUNT()') return { count: object === 'Account' ? accounts : 0 };
  if (object === 'CS_Alert_Rule__c' && / CS_Active__c /.test(rest)) return RULES;
  if (object === 'User') return usersOf(rest);
  // The first run of the month made the snapshots of accounts.
  if (object === 'CS_Account_Snapshot__c' && / GROUP BY /.test(rest))
    return changed > 0 ? [{ CS_As_Of__c: TODAY }] : [];
  const one = / LIMIT 1$/.test(rest);
  const since = / SystemModstamp >= /.test(rest);
  const list = / IN \((?<ids>'001[^)]*')\)/.exec(rest)?.groups?.['ids'];
  const ofList = list?.split(',').map((id) => accountOf(id.slice(1, -1)));
  if (object === 'Account') {
    const count = one ? 1 : since ? changed : accounts;
    return (ofList ?? numbers(count)).map((account) => accountRow(account, columns));
  }
  if (ofList) return rowsBelow(object, ofList, columns);
  if (/ ORDER BY (AccountId|CS_Account__c)$/.test(rest)) return rowsBelow(object, numbers(accounts), columns);
  if (object === 'CS_NPS_Response__c' && / CS_Responded_On__c >= /.test(rest)) {
    return rowsBelow(object, numbers(accounts), columns);
  }
  return [];
}

const TODAY = new Date().toISOString().slice(0, 10);
const numbers = (count: number) => Array.from({ length: count }, (_, account) => account);
