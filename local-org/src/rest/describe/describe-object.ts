import type { Org } from '../../org.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import { describeField } from './describe-field.ts';

const ACTIVITIES: ReadonlySet<string> = new Set(['Task', 'Event']);

/** What the list of objects says of one: names, rights of the user, URLs. */
export function describeObjectBriefly(
  object: ObjectDef,
  user: UserContext,
  basePath: string,
): Record<string, unknown> {
  const may = (permission: 'create' | 'edit' | 'delete') =>
    !object.readOnly && user.canObject(object.name, permission);
  const url = `${basePath}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: may('create'),
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: may('delete'),
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: !object.readOnly,
    mergeable: false,
    mruEnabled: false,
    name: object.name,
    queryable: true,
    replicateable: !object.readOnly,
    retrieveable: true,
    searchable: !object.readOnly && !ACTIVITIES.has(object.name),
    triggerable: !object.readOnly,
    undeletable: false,
    updateable: may('edit'),
    urls: { rowTemplate: `${url}/{ID}`, describe: `${url}/describe`, sobject: url },
  };
}

/** The full description of an object, with the fields and relationships that the user sees. */
export function describeObject(
  org: Org,
  object: ObjectDef,
  user: UserContext,
  basePath: string,
): Record<string, unknown> {
  const fields = [...object.fields.values()].filter((field) =>
    user.canField(object.name, field.name, 'read'),
  );
  const children = org.schema
    .childRelationships(object.name)
    .filter((child) => user.canField(child.childObject, child.field, 'read'));
  return {
    actionOverrides: [],
    childRelationships: children.map(({ name, childObject, field }) => {
      const reference = org.schema.field(childObject, field)?.reference;
      return {
        cascadeDelete: reference?.onDelete === 'Cascade',
        childSObject: childObject,
        deprecatedAndHidden: false,
        field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: name,
        restrictedDelete: reference?.onDelete === 'Restrict',
      };
    }),
    compactLayoutable: !object.readOnly,
    ...describeObjectBriefly(object, user, basePath),
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: fields.map((field) => describeField(object, field, user)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: 'Master',
        master: true,
        name: 'Master',
        recordTypeId: '012000000000000AAA',
        urls: {},
      },
    ],
    searchLayoutable: !object.readOnly,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [{ label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' }],
  };
}
