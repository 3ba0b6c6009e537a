import type { OrgClient } from '../org-client/org-client.ts';
import { soqlLiteral } from '../org-client/soql-literal.ts';
import { syncRecords } from '../org-client/sync-records.ts';
import { CONFIG_KEY, CONFIG_OBJECT, readStarterConfig } from '../starter/starter-config.ts';
import { demoKey } from './demo-key.ts';

/** Which accounts belong to which: a builder in good order, two of whose suppliers are not. */
export const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'granite-construction-partners': ['copperline-mining', 'evergreen-timber', 'ironbridge-steel'],
};

/** Puts the accounts of a family below their parent. */
export async function loadFamilies(org: OrgClient, accountIds: ReadonlyMap<string, string>): Promise<void> {
  const records = Object.entries(FAMILIES).flatMap(([parent, children]) =>
    children.map((child) => ({ CS_External_Key__c: demoKey(child), ParentId: accountIds.get(parent)! })),
  );
  await syncRecords(org, { object: 'Account', identity: ['CS_External_Key__c'], records });
}

/** Rolls families up, so that the demo shows what an org has to ask for. */
export async function rollUpFamilies(org: OrgClient): Promise<void> {
  const key = String(readStarterConfig().config[CONFIG_KEY]);
  const found = await org.query(`SELECT Id FROM ${CONFIG_OBJECT} WHERE ${CONFIG_KEY} = ${soqlLiteral(key)}`);
  if (found.length === 0) return;
  const records = [{ [CONFIG_KEY]: key, CS_Roll_Up__c: 'Worst Child' }];
  await syncRecords(org, { object: CONFIG_OBJECT, identity: [CONFIG_KEY], records });
}
