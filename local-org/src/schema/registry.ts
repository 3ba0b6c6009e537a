import type { ChildRelationship, FieldDef, ObjectDef, Schema } from './types.ts';

interface Entry {
  object: ObjectDef;
  fieldsByLowerName: Map<string, FieldDef>;
  parentsByLowerRelationship: Map<string, FieldDef>;
}

/** The schema in memory, with its indexes; `replaceAll` swaps its content. */
export interface SchemaRegistry extends Schema {
  replaceAll(objects: readonly ObjectDef[]): void;
}

function toEntry(object: ObjectDef): Entry {
  const fields = [...object.fields.values()];
  return {
    object,
    fieldsByLowerName: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
    parentsByLowerRelationship: new Map(
      fields.flatMap((field) =>
        field.reference ? [[field.reference.relationshipName.toLowerCase(), field] as const] : [],
      ),
    ),
  };
}

function childRelationshipsByParent(objects: readonly ObjectDef[]): Map<string, ChildRelationship[]> {
  const byParent = new Map<string, ChildRelationship[]>();
  for (const object of objects) {
    for (const { name: field, reference } of object.fields.values()) {
      if (reference?.childRelationshipName === undefined) continue;
      for (const parent of reference.to) {
        const known = byParent.get(parent.toLowerCase()) ?? [];
        known.push({ name: reference.childRelationshipName, childObject: object.name, field });
        byParent.set(parent.toLowerCase(), known);
      }
    }
  }
  return byParent;
}

/** Creates an empty schema; lookups ignore case, key prefixes do not. */
export function createSchemaRegistry(): SchemaRegistry {
  let entries = new Map<string, Entry>();
  let byPrefix = new Map<string, ObjectDef>();
  let children = new Map<string, ChildRelationship[]>();
  const entry = (name: string) => entries.get(name.toLowerCase());

  return {
    objects: () => [...entries.values()].map(({ object }) => object),
    object: (name) => entry(name)?.object,
    field: (objectName, fieldName) => entry(objectName)?.fieldsByLowerName.get(fieldName.toLowerCase()),
    parentRelationship: (objectName, relationshipName) =>
      entry(objectName)?.parentsByLowerRelationship.get(relationshipName.toLowerCase()),
    childRelationships: (objectName) => children.get(objectName.toLowerCase()) ?? [],
    objectByKeyPrefix: (prefix) => byPrefix.get(prefix),
    replaceAll(objects) {
      entries = new Map(objects.map((object) => [object.name.toLowerCase(), toEntry(object)]));
      byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
      children = childRelationshipsByParent(objects);
    },
  };
}
