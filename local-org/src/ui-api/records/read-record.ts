import { keyPrefixOf, normalizeId } from '../../ids.ts';
import type { Org } from '../../org.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import type { FieldPath } from '../../soql/ast.ts';
import { badParameter, notFound } from '../errors.ts';
import { layoutFieldNames } from '../layout/layout-fields.ts';
import { visibleObject } from '../request.ts';
import { fieldSelection } from './field-selection.ts';
import { readRecords } from './read-records.ts';
import type { RecordRepresentation } from './record-representation.ts';

/** Which fields of a record a request asks for. */
export interface RecordSelection {
  fields: readonly string[];
  optionalFields: readonly string[];
  layoutTypes: readonly string[];
}

/** Answers one record with the fields asked for; 404 when it is not there for this user. */
export function readRecord(
  org: Org,
  user: UserContext,
  recordId: string,
  selection: RecordSelection,
): RecordRepresentation {
  const { id, object } = locateRecord(org, user, recordId);
  const { fields, optionalFields, layoutTypes } = selection;
  if (fields.length + optionalFields.length + layoutTypes.length === 0) {
    throw badParameter('fields', 'pass at least one of fields, optionalFields and layoutTypes');
  }
  const fromLayouts = layoutTypes.flatMap((type) => layoutFieldNames(org, user, object, type));
  const paths = fieldSelection(org, user, object, { fields, optionalFields });
  return readById(org, user, object, id, [...paths, ...fromLayouts.map((name) => [name])]);
}

/** Answers one record of a known object with all the fields that the user reads. */
export function readById(
  org: Org,
  user: UserContext,
  object: ObjectDef,
  id: string,
  paths: readonly FieldPath[],
): RecordRepresentation {
  const [record] = readRecords(org, user, object, paths, {
    where: {
      kind: 'compare',
      left: { kind: 'field', path: ['Id'] },
      op: '=',
      right: { kind: 'string', value: id },
    },
  });
  if (!record) throw notFound();
  return record;
}

/** The 18-character Id and the object of a record Id, when the user sees that object. */
export function locateRecord(
  org: Org,
  user: UserContext,
  recordId: string,
): { id: string; object: ObjectDef } {
  const id = normalizeId(recordId);
  if (id === undefined) throw badParameter('recordId', `expected a record Id, not ${recordId}`);
  const object = org.schema.objectByKeyPrefix(keyPrefixOf(id));
  return { id, object: visibleObject(org, user, object?.name) };
}
