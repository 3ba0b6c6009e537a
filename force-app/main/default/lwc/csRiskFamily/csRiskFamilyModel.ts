import { getFieldValue } from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import ACCOUNTS from '@salesforce/schema/Account.CS_Family_Accounts__c';
import ARR from '@salesforce/schema/Account.CS_Family_ARR__c';
import AS_OF from '@salesforce/schema/Account.CS_Family_As_Of__c';
import BAND from '@salesforce/schema/Account.CS_Family_Band__c';
import DRIVER from '@salesforce/schema/Account.CS_Family_Driver__c';
import DRIVER_NAME from '@salesforce/schema/Account.CS_Family_Driver__r.Name';
import REASON from '@salesforce/schema/Account.CS_Family_Reason__c';
import RISK from '@salesforce/schema/Account.CS_Family_Risk__c';
import { countOf, formatDay, formatMoney } from 'c/csFormat';

/** The fields of the account that tell of its family. */
export const FAMILY_FIELDS = [ACCOUNTS, ARR, AS_OF, BAND, DRIVER, DRIVER_NAME, REASON, RISK];

/** What is shown of a family. */
export interface FamilyView {
  /** `Family of 4 accounts` */
  heading: string;
  score: number | null;
  band: string | null;
  reason: string;
  /** ARR and the day, as far as they are known. */
  facts: string;
  accounts: number;
  /** The account that drives it, where that is another one and the user may see it. */
  driver: { id: string; name: string } | null;
}

/** What an account tells of its family; undefined where it has none, or the user may not read of it. */
export function viewFamily(account: RecordRepresentation): FamilyView | undefined {
  const read = (field: (typeof FAMILY_FIELDS)[number]) => getFieldValue(account, field);
  const asOf = read(AS_OF) as string | null | undefined;
  const accounts = read(ACCOUNTS) as number | null | undefined;
  if (!asOf || accounts === null || accounts === undefined) return undefined;
  const [id, name] = [read(DRIVER), read(DRIVER_NAME)] as (string | null | undefined)[];
  const arr = read(ARR) as number | null | undefined;
  return {
    heading: `Family of ${countOf(accounts, 'account')}`,
    score: (read(RISK) as number | null | undefined) ?? null,
    band: (read(BAND) as string | null | undefined) ?? null,
    reason: (read(REASON) as string | null | undefined) ?? '',
    facts: [...(typeof arr === 'number' ? [`ARR ${formatMoney(arr)}`] : []), `as of ${formatDay(asOf)}`].join(
      ', ',
    ),
    accounts,
    driver: id && name && id !== account.id ? { id, name } : null,
  };
}

interface Value<Type> {
  value: Type | null;
}

/** The answer to `FAMILY_ACCOUNTS`; what the user may not read is left out. */
export interface FamilyAccountsData {
  uiapi: {
    query: {
      Account: {
        edges: {
          node: {
            Id: string;
            Name: Value<string>;
            CS_Status__c?: Value<string>;
            CS_ARR__c?: Value<number>;
            CS_Risk_Score__c?: Value<number>;
            CS_Risk_Band__c?: Value<string>;
          };
        }[];
        totalCount: number;
      };
    };
  };
}

/** An account of a family, as it is listed. */
export interface FamilyAccount {
  id: string;
  name: string;
  band: string | null;
  /** `71, ARR $240,000`, or why it does not count. */
  text: string;
  isThis: boolean;
}

/** The accounts that the user may see, and what to say of those that are not listed; empty where all are. */
export function readFamilyAccounts(
  data: FamilyAccountsData,
  accountId: string,
  family: FamilyView,
): { accounts: FamilyAccount[]; missing: string } {
  const { edges, totalCount } = data.uiapi.query.Account;
  const nodes = edges.map(({ node }) => node);
  const accounts = nodes.map((node) => {
    const [arr, score] = [node.CS_ARR__c?.value ?? null, node.CS_Risk_Score__c?.value ?? null];
    const isChurned = node.CS_Status__c?.value === 'Churned';
    const counted = [
      score === null ? 'no score' : String(score),
      arr === null ? 'no ARR' : `ARR ${formatMoney(arr)}`,
    ];
    return {
      id: node.Id,
      name: node.Name.value ?? '',
      band: isChurned ? null : (node.CS_Risk_Band__c?.value ?? null),
      text: isChurned ? 'Churned: left out' : counted.join(', '),
      isThis: node.Id === accountId,
    };
  });
  const customers = nodes.filter(({ CS_Status__c: status }) => status?.value !== 'Churned').length;
  if (totalCount > nodes.length)
    return { accounts, missing: `The worst ${nodes.length} of ${totalCount} are listed.` };
  const unseen = family.accounts - customers;
  if (unseen <= 0) return { accounts, missing: '' };
  const what = unseen === 1 ? '1 more counts that is' : `${unseen} more count that are`;
  return { accounts, missing: `${what} not listed: you have no access, or it lies deeper than four levels.` };
}
