import { SalesforceError } from '../../errors.ts';
import type { RecordInput } from '../../records/types.ts';
import { requireRecord } from '../read-body.ts';
import type { RestRequest, RestResponse, Route } from '../route.ts';
import { visibleObject } from '../visible-object.ts';
import { readByExternalId, readRecord } from './read-record.ts';

const NO_CONTENT: RestResponse = { status: 204 };

function create(request: RestRequest): RestResponse {
  const object = visibleObject(request);
  const { id } = request.org.records.create(request.user, object.name, requireRecord(request.body), {
    auditFields: true,
  });
  return {
    status: 201,
    body: { id, success: true, errors: [] },
    headers: { Location: `${request.basePath}/sobjects/${object.name}/${id}` },
  };
}

function update(request: RestRequest): RestResponse {
  const object = visibleObject(request);
  request.org.records.update(request.user, object.name, request.params.id ?? '', requireRecord(request.body));
  return NO_CONTENT;
}

function remove(request: RestRequest): RestResponse {
  const object = visibleObject(request);
  request.org.records.delete(request.user, object.name, request.params.id ?? '');
  return NO_CONTENT;
}

/** In one record's upsert the external id stands in the path, and nowhere else. */
function refuseKeyInBody(values: RecordInput, field: string): void {
  const name = Object.keys(values).find((key) => key.toLowerCase() === field.toLowerCase());
  if (name === undefined) return;
  throw new SalesforceError(
    'INVALID_FIELD',
    `The ${name} field should not be specified in the sobject data.`,
    { fields: [name] },
  );
}

function upsert(request: RestRequest): RestResponse {
  const object = visibleObject(request);
  const { org, user, params } = request;
  const values = requireRecord(request.body);
  const field = params.field ?? '';
  refuseKeyInBody(values, field);
  const { id, created } = org.records.upsert(user, object.name, field, params.value ?? '', values);
  return { status: created ? 201 : 200, body: { id, success: true, errors: [], created } };
}

/** Single records, by Id and by external id. */
export const recordRoutes: readonly Route[] = [
  { method: 'POST', pattern: 'sobjects/:object', handle: create },
  {
    method: 'GET',
    pattern: 'sobjects/:object/:id',
    handle: (request) => ({ status: 200, body: readRecord(request, visibleObject(request)) }),
  },
  { method: 'PATCH', pattern: 'sobjects/:object/:id', handle: update },
  { method: 'DELETE', pattern: 'sobjects/:object/:id', handle: remove },
  {
    method: 'GET',
    pattern: 'sobjects/:object/:field/:value',
    handle: (request) => readByExternalId(request, visibleObject(request)),
  },
  { method: 'PATCH', pattern: 'sobjects/:object/:field/:value', handle: upsert },
];
