import { SalesforceError } from '../../errors.ts';
import { keyPrefixOf, normalizeId } from '../../ids.ts';
import type { RecordInput } from '../../records/types.ts';
import { findRecords } from '../records/read-record.ts';
import { requireList, requireObject, requireRecord, typeOf } from '../read-body.ts';
import type { RestRequest, RestResponse, Route } from '../route.ts';
import { visibleObject } from '../visible-object.ts';
import { saveAll, type SaveResult } from './save-result.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm */
const MAX_RECORDS = 200;
const MAX_TYPE_CHUNKS = 10;
const MAX_RETRIEVED = 2000;

function limitRecords<T>(list: readonly T[]): readonly T[] {
  if (list.length <= MAX_RECORDS) return list;
  throw new SalesforceError(
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`,
  );
}

function readRecords(request: RestRequest): RecordInput[] {
  const list = limitRecords(requireList(request.body, 'records'));
  return list.map((record, index) => requireRecord(record, `records[${index}]`));
}

/** The records of the body with their types, few enough of each to be saved in one call. */
function readTypedRecords(request: RestRequest): { type: string; record: RecordInput }[] {
  const typed = readRecords(request).map((record, index) => ({
    type: typeOf(record, `records[${index}]`),
    record,
  }));
  limitChunks(typed.map(({ type }) => type));
  return typed;
}

function limitChunks(types: readonly string[]): void {
  const chunks = types.filter((type, index) => index === 0 || type !== types[index - 1]).length;
  if (chunks <= MAX_TYPE_CHUNKS) return;
  throw new SalesforceError(
    'LIMIT_EXCEEDED',
    `Cannot have more than ${MAX_TYPE_CHUNKS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
  );
}

function isAllOrNone(request: RestRequest): boolean {
  return requireObject(request.body).allOrNone === true;
}

function without(record: RecordInput, name: string): RecordInput {
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => key.toLowerCase() !== name.toLowerCase()),
  );
}

function valueOf(record: RecordInput, name: string): unknown {
  return Object.entries(record).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function respond(request: RestRequest, allOrNone: boolean, work: (() => SaveResult)[]): RestResponse {
  return { status: 200, body: saveAll((run) => request.org.records.transaction(run), allOrNone, work) };
}

function createMany(request: RestRequest): RestResponse {
  const { org, user } = request;
  return respond(
    request,
    isAllOrNone(request),
    readTypedRecords(request).map(({ type, record }) => () => {
      const { id } = org.records.create(user, type, record, { auditFields: true });
      return { id, success: true, errors: [] };
    }),
  );
}

function updateMany(request: RestRequest): RestResponse {
  const { org, user } = request;
  return respond(
    request,
    isAllOrNone(request),
    readTypedRecords(request).map(({ type, record }) => () => {
      const id = valueOf(record, 'Id');
      if (typeof id !== 'string')
        throw new SalesforceError('MISSING_ARGUMENT', 'Id not specified in an update call');
      org.records.update(user, type, id, without(record, 'Id'));
      return { id: normalizeId(id) ?? id, success: true, errors: [] };
    }),
  );
}

function upsertMany(request: RestRequest): RestResponse {
  const { org, user, params } = request;
  const object = visibleObject(request);
  const field = params.field ?? '';
  const records = readRecords(request);
  const keys = records.map((record) => valueOf(record, field));
  const spelled = keys.map((key) => String(key ?? '').toLowerCase());
  return respond(
    request,
    isAllOrNone(request),
    records.map((record, index) => () => {
      const key = keys[index];
      const type = typeOf(record, `records[${index}]`);
      if (type.toLowerCase() !== object.name.toLowerCase()) {
        throw new SalesforceError(
          'INVALID_TYPE',
          `attributes.type is ${type}, and the path names ${object.name}`,
        );
      }
      if (key === undefined || key === null || key === '') {
        if (field.toLowerCase() === 'id') {
          return { ...org.records.create(user, object.name, without(record, field)), ...made(true) };
        }
        throw new SalesforceError('MISSING_ARGUMENT', `${field} not specified`, { fields: [field] });
      }
      if (spelled.filter((other) => other === spelled[index]).length > 1) {
        throw new SalesforceError('DUPLICATE_VALUE', `Duplicate external id specified: ${String(key)}`, {
          fields: [field],
        });
      }
      const saved = org.records.upsert(user, object.name, field, String(key), without(record, field));
      return { id: saved.id, ...made(saved.created) };
    }),
  );
}

function made(created: boolean): { success: true; created: boolean; errors: [] } {
  return { success: true, created, errors: [] };
}

function deleteMany(request: RestRequest): RestResponse {
  const { org, user, query } = request;
  const ids = limitRecords((query.get('ids') ?? '').split(',').filter((id) => id !== ''));
  if (ids.length === 0)
    throw new SalesforceError('MISSING_ARGUMENT', 'The ids parameter must list record Ids');
  return respond(
    request,
    query.get('allOrNone') === 'true',
    ids.map((id) => () => {
      const known = normalizeId(id);
      const object = known === undefined ? undefined : org.schema.objectByKeyPrefix(keyPrefixOf(known));
      if (!object) throw new SalesforceError('MALFORMED_ID', `malformed id ${id}`);
      org.records.delete(user, object.name, id);
      return { id: known, success: true, errors: [] };
    }),
  );
}

/** Records by Id in the order asked for, null where there is none. */
function retrieve(request: RestRequest, ids: readonly unknown[], fields: readonly unknown[]): RestResponse {
  const object = visibleObject(request);
  if (ids.length > MAX_RETRIEVED) {
    throw new SalesforceError('EXCEEDED_ID_LIMIT', `At most ${MAX_RETRIEVED} ids may be retrieved at once`);
  }
  const wanted = ids.map((id) => normalizeId(String(id)) ?? String(id));
  const paths = [['Id'], ...fields.map((field) => String(field).split('.'))];
  const found = findRecords(
    request,
    object,
    paths,
    'Id',
    wanted.filter((id) => normalizeId(id)),
  );
  const byId = new Map(found.map((record) => [record.Id, record]));
  return { status: 200, body: wanted.map((id) => byId.get(id) ?? null) };
}

/** Up to 200 records in one call. */
export const collectionRoutes: readonly Route[] = [
  { method: 'POST', pattern: 'composite/sobjects', handle: createMany },
  { method: 'PATCH', pattern: 'composite/sobjects', handle: updateMany },
  { method: 'DELETE', pattern: 'composite/sobjects', handle: deleteMany },
  { method: 'PATCH', pattern: 'composite/sobjects/:object/:field', handle: upsertMany },
  {
    method: 'POST',
    pattern: 'composite/sobjects/:object',
    handle: (request) =>
      retrieve(request, requireList(request.body, 'ids'), requireList(request.body, 'fields')),
  },
  {
    method: 'GET',
    pattern: 'composite/sobjects/:object',
    handle: (request) =>
      retrieve(
        request,
        (request.query.get('ids') ?? '').split(','),
        (request.query.get('fields') ?? 'Id').split(','),
      ),
  },
];
