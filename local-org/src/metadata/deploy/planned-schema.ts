import type { FieldDef, ObjectDef, Schema } from '../../schema/types.ts';
import { readFieldDef } from '../components/custom-field/read-field-def.ts';
import { readObjectDef } from '../components/custom-object/read-object-def.ts';
import { splitChildName, type SourceComponent } from '../types/source-component.ts';

/**
 * The org's schema as it will be once a package's objects and fields are in, so that what refers to them can
 * be checked before. Names are compared as declared.
 */
export function createPlannedSchema(schema: Schema, components: readonly SourceComponent[]): Schema {
  const objects = new Map<string, ObjectDef>();
  const fields = new Map<string, FieldDef>();
  for (const { type, fullName, root, problems } of components) {
    if (!root || problems.length > 0) continue;
    if (type === 'CustomObject' && fullName.endsWith('__c')) {
      objects.set(fullName, { ...readObjectDef(fullName, root), keyPrefix: '', fields: new Map() });
    } else if (type === 'CustomField') {
      fields.set(fullName, readFieldDef(splitChildName(fullName)[1], root));
    }
  }
  const fieldsOf = (objectName: string): FieldDef[] =>
    [...fields].filter(([name]) => splitChildName(name)[0] === objectName).map(([, field]) => field);
  return {
    objects: () => [...schema.objects(), ...[...objects.values()].filter(({ name }) => !schema.object(name))],
    object: (name) => schema.object(name) ?? objects.get(name),
    field: (objectName, fieldName) =>
      schema.field(objectName, fieldName) ??
      fields.get(`${objectName}.${fieldName}`) ??
      // A new custom object has the audit fields that every custom object has.
      (objects.has(objectName) ? STANDARD_FIELDS.get(fieldName) : undefined),
    parentRelationship: (objectName, relationshipName) =>
      schema.parentRelationship(objectName, relationshipName) ??
      fieldsOf(objectName).find(({ reference }) => reference?.relationshipName === relationshipName),
    childRelationships: (objectName) => schema.childRelationships(objectName),
    objectByKeyPrefix: (prefix) => schema.objectByKeyPrefix(prefix),
  };
}

const STANDARD_FIELDS: ReadonlyMap<string, FieldDef> = new Map(
  (
    [
      ['Id', 'id'],
      ['Name', 'string'],
      ['OwnerId', 'reference'],
      ['CreatedById', 'reference'],
      ['CreatedDate', 'datetime'],
      ['LastModifiedById', 'reference'],
      ['LastModifiedDate', 'datetime'],
      ['SystemModstamp', 'datetime'],
    ] as const
  ).map(([name, type]) => [
    name,
    { name, label: name, type, custom: false, nillable: false, createable: false, updateable: false },
  ]),
);
