import type { ChildRelationship, FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import { isUiWritable, visibleObjects } from '../ui-model/ui-objects.ts';

/** A relationship that leads from a record to its parent: `Owner`, `CS_Account__r`. */
export interface ParentRelationship {
  name: string;
  field: FieldDef;
  /** The visible objects it can lead to. */
  to: string[];
  /** Whether it can lead to records of several objects, so that a query must say `... on User`. */
  polymorphic: boolean;
}

/** One object as one user sees it. */
export interface VisibleObject {
  def: ObjectDef;
  fields: ReadonlyMap<string, FieldDef>;
  parents: ReadonlyMap<string, ParentRelationship>;
  children: ReadonlyMap<string, ChildRelationship>;
  createable: FieldDef[];
  updateable: FieldDef[];
  canCreate: boolean;
  canEdit: boolean;
  canDelete: boolean;
}

/** All that one user sees: what her GraphQL schema is made of. */
export interface AccessView {
  objects: ReadonlyMap<string, VisibleObject>;
  /** Equal for two views exactly when they give the same GraphQL schema. */
  fingerprint: string;
}

/** Works out what a user can read and write, object by object. */
export function buildAccessView(schema: Schema, user: UserContext): AccessView {
  const defs = visibleObjects(schema, user);
  const names = new Set(defs.map((def) => def.name));
  const readable = new Map(defs.map((def) => [def.name, readableFields(def, user)]));
  const objects = new Map<string, VisibleObject>();
  for (const def of defs) {
    const fields = readable.get(def.name) ?? new Map<string, FieldDef>();
    objects.set(def.name, {
      def,
      fields,
      parents: parentsOf(def, fields, names),
      children: childrenOf(schema.childRelationships(def.name), readable),
      ...writableFields(def, user),
    });
  }
  return { objects, fingerprint: fingerprintOf(objects) };
}

/** The object of that name; asking for one the view lacks is a fault of the caller. */
export function objectOf(view: AccessView, name: string): VisibleObject {
  const object = view.objects.get(name);
  if (!object) throw new Error(`No visible object ${name}`);
  return object;
}

function readableFields(def: ObjectDef, user: UserContext): Map<string, FieldDef> {
  return new Map([...def.fields].filter(([name]) => name === 'Id' || user.canField(def.name, name, 'read')));
}

function parentsOf(
  def: ObjectDef,
  fields: ReadonlyMap<string, FieldDef>,
  visible: ReadonlySet<string>,
): Map<string, ParentRelationship> {
  const parents = new Map<string, ParentRelationship>();
  for (const field of fields.values()) {
    const to = field.reference?.to.filter((name) => visible.has(name)) ?? [];
    if (field.reference && to.length > 0) {
      const name = field.reference.relationshipName;
      parents.set(name, { name, field, to, polymorphic: isPolymorphic(def, field) });
    }
  }
  return parents;
}

/** Queues can own records of these objects too, as they can of any custom object with owners. */
const QUEUE_OWNED = new Set(['Case', 'Lead', 'Task']);

function isPolymorphic(object: ObjectDef, field: FieldDef): boolean {
  const queueOwned = field.name === 'OwnerId' && (object.custom || QUEUE_OWNED.has(object.name));
  return queueOwned || (field.reference?.to.length ?? 0) > 1;
}

/** The one object that a relationship leads to, or undefined when it is polymorphic. */
export function singleTarget(parent: ParentRelationship): string | undefined {
  return parent.polymorphic ? undefined : parent.to[0];
}

function childrenOf(
  relationships: ChildRelationship[],
  readable: ReadonlyMap<string, ReadonlyMap<string, FieldDef>>,
): Map<string, ChildRelationship> {
  const seen = relationships.filter((child) => readable.get(child.childObject)?.has(child.field));
  return new Map(seen.map((child) => [child.name, child]));
}

function writableFields(
  def: ObjectDef,
  user: UserContext,
): Pick<VisibleObject, 'createable' | 'updateable' | 'canCreate' | 'canEdit' | 'canDelete'> {
  const writable = isUiWritable(def);
  const editable = [...def.fields.values()].filter((field) => user.canField(def.name, field.name, 'edit'));
  const canCreate = writable && user.canObject(def.name, 'create');
  const canEdit = writable && user.canObject(def.name, 'edit');
  return {
    canCreate,
    canEdit,
    canDelete: writable && user.canObject(def.name, 'delete'),
    createable: canCreate ? editable.filter((field) => field.createable) : [],
    updateable: canEdit ? editable.filter((field) => field.updateable) : [],
  };
}

function fingerprintOf(objects: ReadonlyMap<string, VisibleObject>): string {
  const parts: unknown[] = [];
  for (const [name, object] of objects) {
    parts.push(
      name,
      object.canDelete,
      [...object.fields.values()].map((field) => [field.name, field.type, field.longText, field.richText]),
      [...object.parents.values()].map((parent) => [parent.name, parent.to, parent.polymorphic]),
      [...object.children.values()].map((child) => [child.name, child.childObject, child.field]),
      object.createable.map((field) => field.name),
      object.updateable.map((field) => field.name),
    );
  }
  return JSON.stringify(parts);
}
