import { settableFields } from '../org-client/settable-fields.ts';
import type { OrgClient } from '../org-client/org-client.ts';
import { syncRecords } from '../org-client/sync-records.ts';
import type { PersonaIds } from './load-personas.ts';
import type { ChildRecord, DemoData } from './types.ts';

/** How many records of each kind the demo has. */
export interface DemoCounts {
  readonly accounts: number;
  readonly contacts: number;
  readonly healthScores: number;
  readonly usageSnapshots: number;
  readonly cases: number;
  readonly tasks: number;
  readonly events: number;
}

/** Only records being made may carry these: when a case was opened and closed. */
const AUDIT_FIELDS = ['CreatedDate', 'ClosedDate'];

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

  const accountIds = new Map(data.accounts.map(({ key }, index) => [key, accounts.ids[index]!]));
  const owners = new Map(data.accounts.map(({ key, csm }) => [key, users[csm]]));
  const load = async (
    label: string,
    object: string,
    records: readonly ChildRecord[],
    how: Placement,
  ): Promise<number> => {
    const { ids } = await syncRecords(org, {
      object,
      identity: how.identity,
      createOnly: [...(how.createOnly ?? [])],
      records: records.map(({ account, fields }) => ({
        ...settableFields(fields, how.settable, AUDIT_FIELDS),
        [how.parent]: accountIds.get(account)!,
        ...(how.owned ? { OwnerId: owners.get(account)! } : {}),
      })),
    });
    progress(`${label}: ${ids.length}`);
    return ids.length;
  };

  return {
    accounts: accounts.ids.length,
    contacts: await load('Contacts', 'Contact', data.contacts, CONTACT),
    healthScores: await load('Health scores', 'CS_Health_Score__c', data.healthScores, CHILD),
    usageSnapshots: await load('Usage snapshots', 'CS_Usage_Snapshot__c', data.usageSnapshots, CHILD),
    cases: await load('Cases', 'Case', data.cases, {
      ...CASE,
      settable: await org.createableFields('Case'),
    }),
    tasks: await load('Tasks', 'Task', data.tasks, TASK),
    events: await load('Events', 'Event', data.events, EVENT),
  };
}

/** How records of an object are told apart, hung below the account and owned. */
interface Placement {
  readonly identity: readonly [string, ...string[]];
  readonly parent: string;
  readonly owned: boolean;
  readonly createOnly?: readonly string[];
  readonly settable?: ReadonlySet<string>;
}

const CONTACT: Placement = { identity: ['Email'], parent: 'AccountId', owned: true };
const CHILD: Placement = {
  identity: ['CS_Key__c'],
  parent: 'CS_Account__c',
  owned: false,
  createOnly: ['CS_Account__c'],
};
const CASE: Placement = {
  identity: ['CS_External_Key__c'],
  parent: 'AccountId',
  owned: true,
  createOnly: AUDIT_FIELDS,
};
const TASK: Placement = {
  identity: ['WhatId', 'Subject'],
  parent: 'WhatId',
  owned: true,
  createOnly: ['TaskSubtype'],
};
const EVENT: Placement = { identity: ['WhatId', 'Subject'], parent: 'WhatId', owned: true };
