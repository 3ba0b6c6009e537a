import { createOrg } from '../create-org.ts';
import type { Org } from '../org.ts';
import { checkbox, date, dateTime, decimal, lookup, picklist, text } from '../schema/field-builders.ts';
import type { FieldDef, SharingModel } from '../schema/types.ts';
import { INTEGRATION_PROFILE } from '../security/profiles.ts';
import type { PermissionSetDef, UserContext } from '../security/types.ts';
import { INTEGRATION_LICENSE } from './behaviours/permission-set-license.ts';
import type { RecordInput, SObject } from './types.ts';

/** The moment of every test that needs one. */
export const CUSTOMER_ORG_NOW = new Date('2026-11-22T10:00:00.500Z');

const custom = { custom: true } as const;

const ACCOUNT_FIELDS: FieldDef[] = [
  text('Key__c', 'Key', 20, { custom: true, externalId: true, unique: true }),
  picklist('Tier__c', 'Tier', ['Gold', 'Silver'], { custom: true, restricted: true }),
  { ...picklist('Tags__c', 'Tags', ['Beta', 'Reference', 'Pilot'], custom), type: 'multipicklist' },
  decimal('double', 'Score__c', 'Score', { precision: 3, scale: 0 }, custom),
  date('Renewal__c', 'Renewal', custom),
  dateTime('Scored_At__c', 'Scored At', custom),
  checkbox('Low_Usage__c', 'Low Usage', custom),
  lookup('Manager__c', 'Manager', 'User', custom),
  text('Secret__c', 'Secret', 20, custom),
];

const masterDetail: FieldDef = {
  ...lookup('Account__c', 'Account', 'Account', { custom: true, nillable: false, updateable: false }),
  reference: {
    to: ['Account'],
    relationshipName: 'Account__r',
    childRelationshipName: 'Visits__r',
    masterDetail: { reparentable: false },
    onDelete: 'Cascade',
  },
};

function grant(object: string): PermissionSetDef['objectPermissions'][number] {
  return { object, read: true, create: true, edit: true, delete: true, viewAll: false, modifyAll: false };
}

/** Everything but `Account.Secret__c`, which nobody is granted. */
const EDITOR: PermissionSetDef = {
  name: 'Editor',
  label: 'Editor',
  objectPermissions: [grant('Visit__c'), grant('Wish__c')],
  fieldPermissions: [
    ...ACCOUNT_FIELDS.filter(({ name }) => name !== 'Secret__c').map(({ name }) => `Account.${name}`),
    'Visit__c.Key__c',
  ].map((field) => ({ field, readable: true, editable: true })),
  systemPermissions: [],
  tabSettings: [],
  applicationVisibilities: [],
};

/** An org for tests: accounts with custom fields, `Visit__c` as their detail, private `Wish__c`. */
export interface CustomerOrg {
  org: Org;
  /** The administrator, with the Editor permission set. */
  admin: () => UserContext;
  /** Makes a Standard User with the Editor permission set; answers a fresh view of what she may do. */
  addUser(name: string, options?: { roleId?: string; editor?: boolean; profile?: string }): () => UserContext;
  addRole(name: string, parentRoleId?: string): string;
  /** Gives a user one system permission, by a permission set of that name. */
  grantSystemPermission(userId: string, name: string): void;
  /** Creates a record as the administrator; answers its Id. */
  create(object: string, values: RecordInput): string;
  /** The fields of one record, as the administrator reads them. */
  read(object: string, id: string, ...fields: string[]): SObject | undefined;
}

/** Builds the org in memory; the caller closes it. */
export function customerOrg(options: { now?: () => Date; dataDir?: string } = {}): CustomerOrg {
  const org = createOrg({ now: () => CUSTOMER_ORG_NOW, ...options });
  const admin = () => org.userById(org.adminId);
  const ask = (soql: string) => String(org.queries.soql(admin(), soql).records[0]?.Id);

  org.records.transaction(() => {
    for (const field of ACCOUNT_FIELDS) org.schemaWriter.saveField('Account', field);
    addObject(org, 'Visit__c', 'ControlledByParent', [
      {
        ...text('Name', 'Visit Number', 80),
        createable: false,
        updateable: false,
        autoNumber: { format: 'V-{0000}' },
      },
      masterDetail,
      text('Key__c', 'Key', 20, { custom: true, externalId: true, unique: true }),
    ]);
    addObject(org, 'Wish__c', 'Private', [text('Name', 'Wish', 80)]);
    org.permissionSets.savePermissionSet(EDITOR);
  });
  const assign = (userId: string, name: string) => {
    const PermissionSetId = ask(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
    org.records.create(admin(), 'PermissionSetAssignment', { AssigneeId: userId, PermissionSetId });
  };
  const license = (userId: string) => {
    const PermissionSetLicenseId = ask(
      `SELECT Id FROM PermissionSetLicense WHERE DeveloperName = '${INTEGRATION_LICENSE}'`,
    );
    org.records.create(admin(), 'PermissionSetLicenseAssign', { AssigneeId: userId, PermissionSetLicenseId });
  };
  assign(org.adminId, EDITOR.name);

  return {
    org,
    admin,
    addUser(
      name,
      {
        roleId = null,
        editor = true,
        profile = 'Standard User',
      }: { roleId?: string | null; editor?: boolean; profile?: string } = {},
    ) {
      const { id } = org.records.create(admin(), 'User', {
        ...{ LastName: name, Username: `${name}@org.example`, Email: `${name}@org.example`, Alias: name },
        ...{ TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US' },
        ...{ EmailEncodingKey: 'UTF-8', UserRoleId: roleId },
        ProfileId: ask(`SELECT Id FROM Profile WHERE Name = '${profile}'`),
      });
      if (profile === INTEGRATION_PROFILE) license(id);
      if (editor) assign(id, EDITOR.name);
      return () => org.userById(id);
    },
    addRole: (name, parentRoleId) =>
      org.records.create(admin(), 'UserRole', { Name: name, ParentRoleId: parentRoleId ?? null }).id,
    grantSystemPermission(userId, name) {
      org.permissionSets.savePermissionSet({
        ...{ name, label: name, objectPermissions: [], fieldPermissions: [], systemPermissions: [name] },
        ...{ tabSettings: [], applicationVisibilities: [] },
      });
      assign(userId, name);
    },
    create: (object, values) => org.records.create(admin(), object, values).id,
    read: (object, id, ...fields) =>
      org.queries.soql(admin(), `SELECT ${fields.join(', ')} FROM ${object} WHERE Id = '${id}'`).records[0],
  };
}

function addObject(org: Org, name: string, sharingModel: SharingModel, fields: FieldDef[]): void {
  const label = name.replace('__c', '');
  org.schemaWriter.saveObject({
    ...{ name, label, labelPlural: `${label}s`, custom: true, sharingModel, nameField: 'Name' },
  });
  for (const field of fields) org.schemaWriter.saveField(name, field);
}
