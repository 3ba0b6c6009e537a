import { notImplemented, SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { RecordInput } from '../../records/types.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import { readableFields } from '../../ui-model/object-info.ts';
import { isUiWritable } from '../../ui-model/ui-objects.ts';
import { visibleObject } from '../request.ts';
import { locateRecord, readById } from './read-record.ts';
import { asRecordError, ErrorWithOutput } from './record-error.ts';
import type { RecordRepresentation } from './record-representation.ts';

/** Creates a record from `{ apiName, fields }` and answers it. */
export function createRecord(org: Org, user: UserContext, body: unknown): RecordRepresentation {
  const { apiName } = (body ?? {}) as { apiName?: unknown };
  if (typeof apiName !== 'string') throw badBody('apiName', 'the API name of an object');
  const object = visibleObject(org, user, apiName);
  requireWritable(object);
  const fields = fieldsOf(body);
  const { id } = asRecordError(object, 'create', () => org.records.create(user, object.name, fields));
  return readWhole(org, user, object, id);
}

/**
 * Updates a record from `{ fields }` and answers it. With a time of last reading, a record that changed since
 * is left alone and answered with 412.
 */
export function updateRecord(
  org: Org,
  user: UserContext,
  recordId: string,
  body: unknown,
  unchangedSince: string | undefined,
): RecordRepresentation {
  const { id, object } = locateRecord(org, user, recordId);
  requireWritable(object);
  const fields = fieldsOf(body);
  if (unchangedSince !== undefined) requireUnchanged(readWhole(org, user, object, id), unchangedSince);
  asRecordError(object, 'update', () => org.records.update(user, object.name, id, fields));
  return readWhole(org, user, object, id);
}

/** Deletes a record. */
export function deleteRecord(org: Org, user: UserContext, recordId: string): void {
  const { id, object } = locateRecord(org, user, recordId);
  requireWritable(object);
  asRecordError(object, 'delete', () => org.records.delete(user, object.name, id));
}

function readWhole(org: Org, user: UserContext, object: ObjectDef, id: string): RecordRepresentation {
  return readById(
    org,
    user,
    object,
    id,
    readableFields(user, object).map((field) => [field.name]),
  );
}

function requireWritable(object: ObjectDef): void {
  if (!isUiWritable(object)) throw notImplemented(`writing ${object.labelPlural} through UI API`);
}

function fieldsOf(body: unknown): RecordInput {
  const { fields } = (body ?? {}) as { fields?: unknown };
  if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) {
    throw badBody('fields', 'an object of values by field API name');
  }
  return fields as RecordInput;
}

/** HTTP dates have no milliseconds, so a change within the same second passes, as in an org. */
function requireUnchanged(record: RecordRepresentation, since: string): void {
  const read = Date.parse(since);
  if (Number.isNaN(read)) throw badBody('If-Unmodified-Since header', 'a date');
  const changed = Date.parse(record.lastModifiedDate ?? '');
  const comparable = since.includes('GMT') ? Math.floor(changed / 1000) * 1000 : changed;
  if (comparable <= read) return;
  throw new ErrorWithOutput(412, {
    message:
      'This record was changed by someone else after you opened it. Reload it and make your changes again.',
    enhancedErrorType: null,
    output: record,
  });
}

function badBody(property: string, expected: string): SalesforceError {
  return new SalesforceError('INVALID_INPUT', `${property} must be ${expected}`);
}
