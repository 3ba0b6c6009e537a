import type { Server } from 'node:http';
import { createOrg } from '../create-org.ts';
import type { Org } from '../org.ts';
import type { RecordInput } from '../records/types.ts';
import {
  currency,
  date,
  dateTime,
  lookup,
  picklist,
  text,
  textArea,
  wholeNumber,
} from '../schema/field-builders.ts';
import type { FieldDef, ObjectDef } from '../schema/types.ts';
import type { PermissionSetDef } from '../security/types.ts';
import { createServer } from '../server.ts';

/** The moment of these tests: a Sunday. */
export const TEST_NOW = '2026-11-22T20:00:00.000Z';

const CUSTOM = { custom: true } as const;
const NAME = text('Name', 'Name', 80);

/** The part of the product's fields that the tests of UI API and GraphQL use. */
const ACCOUNT_FIELDS: FieldDef[] = [
  picklist('CS_Tier__c', 'Tier', ['Strategic', 'Enterprise', 'Growth', 'Scale'], CUSTOM),
  customLookup('CS_Manager__c', 'Customer Success Manager', 'User', 'CS_Managed_Accounts__r'),
  currency('CS_ARR__c', 'ARR', { ...CUSTOM, scale: 0 }),
  wholeNumber('CS_Health__c', 'Health', CUSTOM),
  picklist('CS_Risk_Band__c', 'Risk Band', ['Healthy', 'Watch', 'At Risk'], { ...CUSTOM, restricted: true }),
  textArea('CS_Risk_Explanation__c', 'Risk Explanation', 32768, CUSTOM),
  date('CS_Next_Scheduled__c', 'Next Scheduled', CUSTOM),
  dateTime('CS_Risk_Scored_At__c', 'Risk Scored At', CUSTOM),
];
const MASTER = customLookup('CS_Account__c', 'Account', 'Account', 'CS_Health_Scores__r');
const OBJECTS: { object: Omit<ObjectDef, 'fields' | 'keyPrefix'>; fields: FieldDef[] }[] = [
  {
    object: customObject('CS_Health_Score__c', 'Health Score', 'ControlledByParent'),
    fields: [
      masterDetail(MASTER),
      wholeNumber('CS_Score__c', 'Score', CUSTOM),
      date('CS_Scored_On__c', 'Scored On', CUSTOM),
    ],
  },
  {
    object: customObject('CS_Request__c', 'Request', 'Private'),
    fields: [
      picklist('CS_Type__c', 'Type', ['Recalculate'], { ...CUSTOM, restricted: true }),
      picklist('CS_Status__c', 'Status', ['New', 'Running', 'Done', 'Failed'], {
        ...CUSTOM,
        restricted: true,
      }),
      customLookup('CS_Account__c', 'Account', 'Account', 'CS_Requests__r'),
    ],
  },
];

export interface UiTestOrg {
  org: Org;
  server: Server;
  adminToken: string;
  /** A Standard User with every right on the product's objects and fields. */
  csm: { id: string; token: string };
  /** A Standard User without a permission set. */
  outsider: { id: string; token: string };
  /** Creates a record as the administrator and answers its Id. */
  create(object: string, values: RecordInput): string;
}

/** A whole org in memory with the product's core fields, two users, and its server, not listening. */
export function createUiTestOrg(): UiTestOrg {
  const org = createOrg({ now: () => new Date(TEST_NOW) });
  for (const field of ACCOUNT_FIELDS) org.schemaWriter.saveField('Account', field);
  for (const { object, fields } of OBJECTS) {
    org.schemaWriter.saveObject(object);
    for (const field of [NAME, ...fields]) org.schemaWriter.saveField(object.name, field);
  }
  org.permissionSets.savePermissionSet(permissionSet());
  const create = (object: string, values: RecordInput): string =>
    org.records.create(org.userById(org.adminId), object, values).id;
  const user = (name: string): { id: string; token: string } => {
    const id = create('User', newUser(org, name));
    return { id, token: org.sessions.open(id) };
  };
  const csm = user('Carla');
  const outsider = user('Otto');
  for (const assignee of [org.adminId, csm.id]) {
    create('PermissionSetAssignment', { AssigneeId: assignee, PermissionSetId: permissionSetId(org) });
  }
  const adminToken = org.sessions.open(org.adminId);
  return { org, server: createServer(org), adminToken, csm, outsider, create };
}

function customObject(
  name: string,
  label: string,
  sharingModel: ObjectDef['sharingModel'],
): Omit<ObjectDef, 'fields' | 'keyPrefix'> {
  return { name, label, labelPlural: `${label}s`, custom: true, sharingModel, nameField: 'Name' };
}

function customLookup(name: string, label: string, to: string, child: string): FieldDef {
  const field = lookup(name, label, to, { ...CUSTOM, child });
  if (!field.reference) throw new Error(`${name} is no lookup`);
  return { ...field, reference: { ...field.reference, relationshipName: name.replace(/__c$/, '__r') } };
}

function masterDetail(field: FieldDef): FieldDef {
  const reference = field.reference && {
    ...field.reference,
    masterDetail: { reparentable: false },
    onDelete: 'Cascade' as const,
  };
  return { ...field, nillable: false, ...(reference ? { reference } : {}) };
}

function permissionSet(): PermissionSetDef {
  const fields = [
    ...ACCOUNT_FIELDS.map((field) => `Account.${field.name}`),
    ...OBJECTS.flatMap(({ object, fields }) =>
      fields.filter((field) => field.nillable).map((field) => `${object.name}.${field.name}`),
    ),
  ];
  return {
    name: 'CS_User',
    label: 'Customer Success User',
    objectPermissions: OBJECTS.map(({ object }) => ({
      object: object.name,
      ...{ read: true, create: true, edit: true, delete: true, viewAll: false, modifyAll: false },
    })),
    fieldPermissions: fields.map((field) => ({ field, readable: true, editable: true })),
    systemPermissions: [],
    tabSettings: [],
    applicationVisibilities: [],
  };
}

function newUser(org: Org, firstName: string): RecordInput {
  const admin = org.userById(org.adminId);
  const { records } = org.queries.soql(admin, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const username = `${firstName.toLowerCase()}@test.example`;
  return {
    Username: username,
    Email: username,
    FirstName: firstName,
    LastName: 'Test',
    Alias: firstName.toLowerCase(),
    ProfileId: String(records[0]?.['Id']),
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}

function permissionSetId(org: Org): string {
  const admin = org.userById(org.adminId);
  const { records } = org.queries.soql(admin, "SELECT Id FROM PermissionSet WHERE Name = 'CS_User'");
  return String(records[0]?.['Id']);
}
