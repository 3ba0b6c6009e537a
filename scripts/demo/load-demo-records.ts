import type { OrgClient } from '../org-client/org-client.ts';
import { settableFields } from '../org-client/settable-fields.ts';
import { syncRecords } from '../org-client/sync-records.ts';
import { loadWorkloadHistory } from '../workload/load-workload-history.ts';
import type { DemoCounts } from './demo-counts.ts';
import { loadFamilies } from './families.ts';
import { loadNpsInbox } from './load-nps-inbox.ts';
import type { PersonaIds } from './load-personas.ts';
import { loadPlaybookRuns } from './load-playbook-runs.ts';
import { PLACEMENTS, type Placement } from './placements.ts';
import type { ChildRecord, DemoData } from './types.ts';

const NONE: Record<keyof DemoCounts, number> = {
  accounts: 0,
  contacts: 0,
  healthScores: 0,
  usageSnapshots: 0,
  accountSnapshots: 0,
  cases: 0,
  tasks: 0,
  events: 0,
  notes: 0,
  playbookRuns: 0,
  npsResponses: 0,
  accountChanges: 0,
  riskOverrides: 0,
  workloads: 0,
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
  const accountIds = new Map([...parents].map(([key, { id }]) => [key, id]));
  await loadFamilies(org, accountIds);
  const counts = { ...NONE, accounts: accounts.ids.length };
  const contacts = new Map<string, string>();
  for (const placement of PLACEMENTS) {
    const { kind, label, object, identity, parent, owned, createOnly, csmField, contactField } = placement;
    const { ids } = await syncRecords(org, {
      object,
      identity,
      createOnly,
      records: (await loadable(org, placement, data[kind])).map(({ account, fields, contact }) => ({
        ...fields,
        [parent]: parents.get(account)!.id,
        ...(owned ? { OwnerId: parents.get(account)!.ownerId } : {}),
        ...(csmField ? { [csmField]: parents.get(account)!.ownerId } : {}),
        ...(contactField && contact ? { [contactField]: contacts.get(contact)! } : {}),
      })),
    });
    if (kind === 'contacts')
      data.contacts.forEach(({ fields }, index) => contacts.set(String(fields['Email']), ids[index]!));
    counts[kind] = ids.length;
    progress(`${label}: ${ids.length}`);
  }
  counts.playbookRuns = await loadPlaybookRuns(org, data.playbookRuns, accountIds, users);
  progress(`Playbook runs: ${counts.playbookRuns}`);
  progress(`Unmatched NPS answers: ${await loadNpsInbox(org, data.npsInbox, accountIds)}`);
  const books = new Map([...data.books].map(([csm, book]) => [users[csm], book]));
  counts.workloads = await loadWorkloadHistory(org, books, data.today);
  return counts;
}

/** The records as this org lets them be loaded: without audit fields that may not be set, or not at all. */
async function loadable(
  org: OrgClient,
  { object, dated }: Placement,
  records: readonly ChildRecord[],
): Promise<readonly ChildRecord[]> {
  if (!dated) return records;
  const settable = await org.createableFields(object);
  const canDate = dated.fields.every((field) => settable.has(field));
  if (!canDate && dated.without === 'leave out') return [];
  return records.map(({ fields, ...rest }) => ({
    ...rest,
    fields: settableFields(fields, settable, dated.fields),
  }));
}
