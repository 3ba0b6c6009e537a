import { GraphQLError } from 'graphql';
import type { FieldNode } from 'graphql';
import type { FieldDef } from '../../schema/types.ts';
import type { FieldValue, SObject } from '../../records/types.ts';
import { displayValue, isoDateTime, picklistLabel } from '../../ui-model/display-value.ts';
import type { Region } from '../../ui-model/region.ts';
import type { ParentRelationship, VisibleObject } from '../access-view.ts';
import type { ReadValue } from '../schema/value-types.ts';

/** The records that one connection read together, so that their children are read together too. */
export interface RecordPage {
  rows: readonly SObject[];
  /** What each child connection found, by the node of the document that asked and the parent's Id. */
  children: Map<FieldNode, Map<string, SObject[]>>;
  /** Records that are children themselves, from which no further child connection starts. */
  areChildren: boolean;
  /** Records returned by a mutation: no relationship can be followed from them. */
  fromMutation: boolean;
}

/** A record on its way into the answer. */
export interface RecordNode {
  object: VisibleObject;
  row: SObject;
  /** Absent below a parent relationship, from which no child connection starts. */
  page?: RecordPage;
  /** Visible objects by name, for the parents of this record. */
  objects: ReadonlyMap<string, VisibleObject>;
}

/** The GraphQL type of a record, for interfaces and unions. */
export function recordTypeName(node: RecordNode): string {
  return node.object.def.name;
}

/** A field's value as GraphQL hands it out: raw, and as a person reads it. */
export function readField(node: RecordNode, name: string, region: Region): ReadValue | null {
  // Looked up anew: a schema outlives changes of a field's labels and scale.
  const field = node.object.fields.get(name);
  return field ? toReadValue(field, (node.row[name] ?? null) as FieldValue, region) : null;
}

/** Raw value, display and label of one value of a field. */
export function toReadValue(field: FieldDef, value: FieldValue, region: Region): ReadValue {
  if (value === null) return { value: null, displayValue: null, label: null };
  const raw = field.type === 'datetime' ? isoDateTime(String(value)) : value;
  const label = field.picklist ? picklistLabel(field, String(value)) : null;
  return { value: raw, displayValue: displayValue(field, value, region), label };
}

/** The parent record that a relationship leads to, or null. */
export function parentNode(node: RecordNode, parent: ParentRelationship): RecordNode | null {
  if (node.page?.fromMutation) throw notInMutations(parent.name);
  const row = node.row[parent.name] as SObject | null | undefined;
  if (!row) return null;
  const object = node.objects.get(row.attributes.type) ?? node.objects.get(parent.to[0] ?? '');
  return object ? { object, row, objects: node.objects } : null;
}

/** The platform's refusal to follow relationships from a record that a mutation returned. */
export function notInMutations(field: string): GraphQLError {
  return new GraphQLError(`Field '${field}' is not currently available in mutation results`);
}
