import type { DemoData } from './types.ts';

/** How the records of one object are told apart, hung below their account and owned. */
export interface Placement {
  readonly kind: Exclude<keyof DemoData, 'today' | 'accounts' | 'books' | 'playbookRuns' | 'npsInbox'>;
  readonly label: string;
  readonly object: string;
  /** The fields that together tell one record from another. */
  readonly identity: readonly [string, ...string[]];
  /** The field that holds the account. */
  readonly parent: string;
  /** Whether the record has an owner of its own: the CSM of the account. */
  readonly owned: boolean;
  /** The field that names the CSM of the account, where the record has one. */
  readonly csmField?: string;
  /** The field that holds the contact a record names; where it names one. */
  readonly contactField?: string;
  /** Fields that an org lets nobody change on a record that is there. */
  readonly createOnly: readonly string[];
  /**
   * The audit fields that say when it happened, which an org lets be set only with a permission. Where it does not,
   * `without` them the record is loaded all the same, or left out.
   */
  readonly dated?: { readonly fields: readonly string[]; readonly without: 'load' | 'leave out' };
}

/** The objects of the demo below the account, in the order in which they are loaded. */
export const PLACEMENTS: readonly Placement[] = [
  {
    kind: 'contacts',
    label: 'Contacts',
    object: 'Contact',
    identity: ['Email'],
    parent: 'AccountId',
    owned: true,
    createOnly: [],
  },
  {
    kind: 'healthScores',
    label: 'Health scores',
    object: 'CS_Health_Score__c',
    identity: ['CS_Key__c'],
    parent: 'CS_Account__c',
    owned: false,
    createOnly: ['CS_Account__c'],
  },
  {
    kind: 'usageSnapshots',
    label: 'Usage snapshots',
    object: 'CS_Usage_Snapshot__c',
    identity: ['CS_Key__c'],
    parent: 'CS_Account__c',
    owned: false,
    createOnly: ['CS_Account__c'],
  },
  {
    kind: 'accountSnapshots',
    label: 'Account snapshots',
    object: 'CS_Account_Snapshot__c',
    identity: ['CS_Key__c'],
    parent: 'CS_Account__c',
    owned: false,
    csmField: 'CS_CSM__c',
    createOnly: ['CS_Account__c'],
  },
  {
    kind: 'cases',
    label: 'Cases',
    object: 'Case',
    identity: ['CS_External_Key__c'],
    parent: 'AccountId',
    owned: true,
    createOnly: ['CreatedDate', 'ClosedDate'],
    dated: { fields: ['CreatedDate', 'ClosedDate'], without: 'load' },
  },
  {
    kind: 'tasks',
    label: 'Tasks',
    object: 'Task',
    identity: ['WhatId', 'Subject'],
    parent: 'WhatId',
    owned: true,
    createOnly: ['TaskSubtype'],
  },
  {
    kind: 'events',
    label: 'Events',
    object: 'Event',
    identity: ['WhatId', 'Subject'],
    parent: 'WhatId',
    owned: true,
    createOnly: [],
  },
  {
    kind: 'notes',
    label: 'Notes',
    object: 'CS_Note__c',
    identity: ['CS_Account__c', 'CS_Body__c'],
    parent: 'CS_Account__c',
    owned: false,
    createOnly: ['CS_Account__c', 'CreatedDate'],
    // Without its day a note would be a touchpoint of today, and no account of the demo overdue.
    dated: { fields: ['CreatedDate'], without: 'leave out' },
  },
  {
    kind: 'npsResponses',
    label: 'NPS answers',
    object: 'CS_NPS_Response__c',
    identity: ['CS_Key__c'],
    parent: 'CS_Account__c',
    contactField: 'CS_Contact__c',
    owned: false,
    createOnly: ['CS_Account__c'],
  },
  {
    kind: 'accountChanges',
    label: 'Account changes',
    object: 'CS_Account_Change__c',
    identity: ['CS_Key__c'],
    parent: 'CS_Account__c',
    owned: false,
    createOnly: ['CS_Account__c'],
  },
  {
    kind: 'riskOverrides',
    label: 'Bands set by hand',
    object: 'CS_Risk_Override__c',
    identity: ['CS_Key__c'],
    parent: 'CS_Account__c',
    owned: false,
    csmField: 'CreatedById',
    createOnly: ['CS_Account__c', 'CreatedDate', 'CreatedById'],
    // Whose word it is, is the point of it: it is not put into the mouth of whoever loads the demo.
    dated: { fields: ['CreatedDate', 'CreatedById'], without: 'leave out' },
  },
];
