import { createHash } from 'node:crypto';
import type { Org } from '../org.ts';
import type { FieldDef, ObjectDef } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import { fieldInfo, nameFields } from './field-info.ts';
import type { FieldInfo } from './field-info.ts';
import { themeInfo } from './theme.ts';
import type { ThemeInfo } from './theme.ts';
import { isUiObject, isUiWritable } from './ui-objects.ts';

/** The record type of every object: this org models no others. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_object_info.htm */
export interface ObjectInfo {
  apiName: string;
  childRelationships: ChildRelationshipInfo[];
  createable: boolean;
  custom: boolean;
  defaultRecordTypeId: string;
  deletable: boolean;
  dependentFields: Record<string, never>;
  eTag: string;
  feedEnabled: boolean;
  fields: Record<string, FieldInfo>;
  keyPrefix: string;
  label: string;
  labelPlural: string;
  layoutable: boolean;
  mruEnabled: boolean;
  nameFields: string[];
  queryable: boolean;
  recordTypeInfos: Record<string, RecordTypeInfo>;
  searchable: boolean;
  themeInfo: ThemeInfo;
  updateable: boolean;
}

export interface RecordTypeInfo {
  available: boolean;
  defaultRecordTypeMapping: boolean;
  master: boolean;
  name: string;
  recordTypeId: string;
}

interface ChildRelationshipInfo {
  childObjectApiName: string;
  fieldName: string;
  junctionIdListNames: string[];
  junctionReferenceTo: string[];
  relationshipName: string;
}

export const MASTER_RECORD_TYPE: RecordTypeInfo = {
  available: true,
  defaultRecordTypeMapping: true,
  master: true,
  name: 'Master',
  recordTypeId: MASTER_RECORD_TYPE_ID,
};

/** An object and its fields as the user may see and use them. */
export function objectInfo(org: Org, user: UserContext, object: ObjectDef): ObjectInfo {
  const writable = isUiWritable(object);
  const info = {
    apiName: object.name,
    childRelationships: childRelationships(org, user, object),
    createable: writable && user.canObject(object.name, 'create'),
    custom: object.custom,
    defaultRecordTypeId: MASTER_RECORD_TYPE_ID,
    deletable: writable && user.canObject(object.name, 'delete'),
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(
      readableFields(user, object).map((field) => [field.name, fieldInfo(org.schema, user, object, field)]),
    ),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: false,
    nameFields: nameFields(object),
    queryable: true,
    recordTypeInfos: { [MASTER_RECORD_TYPE_ID]: MASTER_RECORD_TYPE },
    searchable: true,
    themeInfo: themeInfo(object, org.metadata, org.baseUrl()),
    updateable: writable && user.canObject(object.name, 'edit'),
  };
  return { ...info, eTag: eTag(info) };
}

/** The fields of an object that a user may read. */
export function readableFields(user: UserContext, object: ObjectDef): FieldDef[] {
  return [...object.fields.values()].filter(
    (field) => field.name === 'Id' || user.canField(object.name, field.name, 'read'),
  );
}

/** A hash that changes when what it is made of does. */
export function eTag(content: unknown): string {
  return createHash('md5').update(JSON.stringify(content)).digest('hex');
}

function childRelationships(org: Org, user: UserContext, object: ObjectDef): ChildRelationshipInfo[] {
  return org.schema
    .childRelationships(object.name)
    .filter(({ childObject, field }) => {
      const child = org.schema.object(childObject);
      return (
        child !== undefined &&
        isUiObject(child) &&
        user.canObject(childObject, 'read') &&
        user.canField(childObject, field, 'read')
      );
    })
    .map(({ name, childObject, field }) => ({
      childObjectApiName: childObject,
      fieldName: field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: name,
    }));
}
