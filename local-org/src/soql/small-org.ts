import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { QueryService } from '../records/types.ts';
import {
  checkbox,
  currency,
  date,
  dateTime,
  lookup,
  picklist,
  text,
  textArea,
  wholeNumber,
} from '../schema/field-builders.ts';
import { createSchemaRegistry } from '../schema/registry.ts';
import { withSystemFields } from '../schema/system-fields.ts';
import type { FieldDef, ObjectDef } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import { columnName, createTableStatements, tableName } from '../store/tables.ts';
import { createQueryService } from './query-service.ts';

/** The moment of every test that needs one: a Sunday. */
export const SMALL_ORG_NOW = '2026-11-22T10:00:00.000Z';

const custom = { custom: true } as const;
const multiSelect: FieldDef = {
  ...picklist('CS_Tags__c', 'Tags', ['Beta', 'Reference', 'Ünder review'], custom),
  type: 'multipicklist',
};

const size: FieldDef = {
  ...text('CS_Size__c', 'Size', 1300, custom),
  createable: false,
  updateable: false,
  formula: { expression: 'IF(NumberOfEmployees > 15, "Large", IF(NumberOfEmployees > 5, "Small", ""))' },
};

function object(
  keyPrefix: string,
  name: string,
  nameField: string,
  fields: FieldDef[],
  more: Partial<ObjectDef> = {},
): ObjectDef {
  const owned = more.sharingModel !== 'ControlledByParent';
  const all = withSystemFields(fields, { owned });
  return {
    name,
    label: name,
    labelPlural: `${name}s`,
    keyPrefix,
    custom: name.endsWith('__c'),
    sharingModel: 'Private',
    nameField,
    fields: new Map(all.map((field) => [field.name, field])),
    ...more,
  };
}

const OBJECTS: ObjectDef[] = [
  object('001', 'Account', 'Name', [
    text('Name', 'Account Name', 255),
    picklist('Type', 'Type', ['Prospect', 'Customer', 'Partner']),
    textArea('Description', 'Description', 32000),
    wholeNumber('NumberOfEmployees', 'Employees'),
    currency('CS_ARR__c', 'ARR', custom),
    date('CS_Renewal_Date__c', 'Renewal Date', custom),
    checkbox('CS_Low_Usage__c', 'Low Usage', custom),
    multiSelect,
    size,
    text('CS_External_Key__c', 'External Key', 40, { custom: true, externalId: true, caseSensitive: true }),
    text('CS_Secret__c', 'Secret', 40, custom),
    lookup('ParentId', 'Parent Account', 'Account', { child: 'ChildAccounts' }),
  ]),
  object('003', 'Contact', 'Name', [
    text('Name', 'Name', 121),
    lookup('AccountId', 'Account', 'Account', { child: 'Contacts' }),
  ]),
  object('005', 'User', 'Name', [text('Name', 'Name', 121), text('UserRoleId', 'Role', 18)], {
    sharingModel: 'Read',
  }),
  object('00T', 'Task', 'Subject', [
    text('Subject', 'Subject', 255),
    dateTime('CompletedDateTime', 'Completed'),
    lookup('WhatId', 'Related To', ['Account', 'Contact']),
  ]),
];

type Values = Record<string, SQLInputValue>;

export interface SmallOrg {
  queries: QueryService;
  database: DatabaseSync;
  admin: UserContext;
  /** Sees only what it owns; reads no CS_Secret__c and no Task. */
  csm: UserContext;
  /** Writes a row as the record store does; audit fields are filled. */
  insert(object: string, id: string, values: Values): void;
}

/** An org of four objects without the rest of the server, for tests of what a query answers. */
export function createSmallOrg(): SmallOrg {
  const database = new DatabaseSync(':memory:');
  const schema = createSchemaRegistry();
  schema.replaceAll(OBJECTS);
  for (const definition of OBJECTS) {
    for (const statement of createTableStatements(definition)) database.exec(statement);
  }
  const user = (id: string, isAdmin: boolean): UserContext => ({
    userId: id,
    username: `${id}@example.com`,
    profileName: isAdmin ? 'System Administrator' : 'Standard User',
    userRoleId: null,
    schema,
    viewAllData: isAdmin,
    modifyAllData: isAdmin,
    hasSystemPermission: () => isAdmin,
    canObject: (name, permission) => isAdmin || (permission === 'read' && name !== 'Task'),
    canField: (name, field) =>
      schema.field(name, field) !== undefined && (isAdmin || field !== 'CS_Secret__c'),
    showsTab: () => isAdmin,
  });
  return {
    database,
    queries: createQueryService({ database, schema, now: () => new Date(SMALL_ORG_NOW) }),
    admin: user('005000000000001AAA', true),
    csm: user('005000000000002AAA', false),
    insert(name, id, values) {
      const row: Values = {
        IsDeleted: 0,
        CreatedDate: SMALL_ORG_NOW,
        LastModifiedDate: SMALL_ORG_NOW,
        SystemModstamp: SMALL_ORG_NOW,
        ...(name === 'Account' ? { CS_Low_Usage__c: 0 } : {}),
        ...values,
        Id: id,
      };
      const names = Object.keys(row);
      database
        .prepare(
          `INSERT INTO ${tableName(name)} (${names.map(columnName).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        )
        .run(...Object.values(row));
    },
  };
}
