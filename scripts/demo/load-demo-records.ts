import type { OrgClient } from '../org-client/org-client.ts';
import { settableFields } from '../org-client/settable-fields.ts';
import { syncRecords } from '../org-client/sync-records.ts';
import type { DemoCounts } from './demo-counts.ts';
import type { PersonaIds } from './load-personas.ts';
import { PLACEMENTS } from './placements.ts';
import type { DemoData } from './types.ts';

/** Days of a case that an org lets be set only with a permission, and only when the case is made. */
const AUDIT_FIELDS = ['CreatedDate', 'ClosedDate'];

const NONE: Record<keyof DemoCounts, number> = {
  accounts: 0,
  contacts: 0,
  healthScores: 0,
  usageSnapshots: 0,
  cases: 0,
  tasks: 0,
  events: 0,
};

/** Brings the demo's records into the org, parents first, one object after another. */
export async function loadDemoRecords(
  org: OrgClient,
  data: DemoData,
  users: PersonaIds,
  progress: (text: string) => void,
): Promise<DemoCounts> {
  const accounts = await syncRecords(org, {
    object: 'Account',
    identity: ['CS_External_Key__c'],
    records: data.accounts.map(({ csm, fields }) => ({
      ...fields,
      OwnerId: users[csm],
      CS_Manager__c: users[csm],
      CS_Account_Manager__c: users.helen,
    })),
  });
  progress(`Accounts: ${accounts.ids.length}`);

  const parents = new Map(
    data.accounts.map(({ key, csm }, index) => [key, { id: accounts.ids[index]!, ownerId: users[csm] }]),
  );
  const counts = { ...NONE, accounts: accounts.ids.length };
  for (const { kind, label, object, identity, parent, owned, createOnly } of PLACEMENTS) {
    const settable = object === 'Case' ? await org.createableFields(object) : undefined;
    const { ids } = await syncRecords(org, {
      object,
      identity,
      createOnly,
      records: data[kind].map(({ account, fields }) => ({
        ...settableFields(fields, settable, AUDIT_FIELDS),
        [parent]: parents.get(account)!.id,
        ...(owned ? { OwnerId: parents.get(account)!.ownerId } : {}),
      })),
    });
    counts[kind] = ids.length;
    progress(`${label}: ${ids.length}`);
  }
  return counts;
}
