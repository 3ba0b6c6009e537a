import { SalesforceError } from '../../errors.ts';
import { normalizeId } from '../../ids.ts';
import type { SObject } from '../../records/types.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { Literal } from '../../soql/ast.ts';
import type { RestRequest } from '../route.ts';

function notFound(): SalesforceError {
  return new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 });
}

/** The fields asked for by `?fields=`, else all that the user may read. */
export function requestedFields({ user, query }: RestRequest, object: ObjectDef): string[][] {
  const asked = query.get('fields');
  if (asked !== null) {
    return asked
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => name.split('.'));
  }
  return [...object.fields.values()]
    .filter((field) => user.canField(object.name, field.name, 'read'))
    .map((field) => [field.name]);
}

/** Records whose field has one of the values, through the query service and so with its checks. */
export function findRecords(
  { org, user }: RestRequest,
  object: ObjectDef,
  fields: readonly string[][],
  by: string,
  values: readonly string[],
): SObject[] {
  const once = new Map(fields.map((path) => [path.join('.').toLowerCase(), path]));
  const right: Literal[] = values.map((value) => ({ kind: 'string', value }));
  return org.queries.run(user, {
    from: object.name,
    select: [...once.values()].map((path) => ({ kind: 'field', path })),
    where: { kind: 'compare', left: { kind: 'field', path: [by] }, op: 'IN', right },
  }).records;
}

/** One record by Id, 404 where there is none the user may see. */
export function readRecord(request: RestRequest, object: ObjectDef): SObject {
  const id = normalizeId(request.params.id ?? '');
  if (id === undefined || !id.startsWith(object.keyPrefix)) throw notFound();
  const [record] = findRecords(request, object, requestedFields(request, object), 'Id', [id]);
  if (!record) throw notFound();
  return record;
}

/** One record by an external id field; several that fit are answered as a choice, 300. */
export function readByExternalId(request: RestRequest, object: ObjectDef): { status: number; body: unknown } {
  const { org, user, params, basePath } = request;
  const field = org.schema.field(object.name, params.field ?? '');
  const usable = field && (field.externalId || field.type === 'id');
  if (!usable || !user.canField(object.name, field.name, 'read')) {
    throw new SalesforceError(
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${params.field}`,
      { httpStatus: 404 },
    );
  }
  const records = findRecords(request, object, [['Id'], ...requestedFields(request, object)], field.name, [
    params.value ?? '',
  ]);
  if (records.length === 0) throw notFound();
  if (records.length === 1) return { status: 200, body: records[0] };
  return { status: 300, body: records.map(({ Id }) => `${basePath}/sobjects/${object.name}/${String(Id)}`) };
}
