import type { OrgAccess } from './rest.ts';

/** Every field that the companion writes, of every object that it writes; the records by what tells them apart. */
const WRITTEN: Record<string, { key: string; parent: string | null; ignored?: string[] }> = {
  Account: { key: 'Id', parent: null, ignored: ['CS_Risk_Scored_At__c'] },
  CS_Health_Score__c: { key: 'CS_Key__c', parent: 'CS_Account__c' },
  CS_Account_Change__c: { key: 'CS_Key__c', parent: 'CS_Account__c', ignored: ['CS_Changed_On__c'] },
  CS_Playbook_Run__c: { key: 'CS_Key__c', parent: 'CS_Account__c' },
  CS_Playbook_Run_Step__c: { key: 'CS_Key__c', parent: null, ignored: ['CS_Run__c'] },
  CS_Workload__c: { key: 'CS_Key__c', parent: null },
  CS_Account_Snapshot__c: { key: 'CS_Key__c', parent: 'CS_Account__c' },
  CS_Executive_Snapshot__c: { key: 'CS_Key__c', parent: null },
  CS_Request__c: { key: 'CS_Account__c', parent: 'CS_Account__c', ignored: ['CS_Message__c'] },
};
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+0000)/g;

/**
 * What the org holds of the companion's work, record for record: custom fields only, without Ids that are dealt out
 * anew and without times of day. Two orgs that began alike and went through the same are equal in this.
 */
export async function readOrgState(org: OrgAccess): Promise<Record<string, string[]>> {
  const state: Record<string, string[]> = {};
  for (const [object, { key, parent, ignored = [] }] of Object.entries(WRITTEN)) {
    const fields = (await fieldsOf(org, object)).filter((name) => !ignored.includes(name));
    const wanted = [...new Set([key, ...(parent ? [parent] : []), ...fields])];
    const rows = await queryAll(org, `SELECT ${wanted.join(', ')} FROM ${object}`);
    state[object] = rows
      .map(({ attributes: _attributes, ...row }) => JSON.stringify(row).replaceAll(TIME, '<time>'))
      .sort();
  }
  return state;
}

async function fieldsOf(org: OrgAccess, object: string): Promise<string[]> {
  const { fields } = await get<{ fields: { name: string; calculated: boolean }[] }>(
    org,
    `/services/data/v66.0/sobjects/${object}/describe`,
  );
  return fields.filter(({ name }) => name.startsWith('CS_')).map(({ name }) => name);
}

async function queryAll(org: OrgAccess, soql: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let path: string | undefined = `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`;
  while (path) {
    const page: { records: Record<string, unknown>[]; nextRecordsUrl?: string } = await get(org, path);
    rows.push(...page.records);
    path = page.nextRecordsUrl;
  }
  return rows;
}

async function get<T>({ url, accessToken }: OrgAccess, path: string): Promise<T> {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
