import { SalesforceError } from '../errors.ts';
import type { RecordInput } from '../records/types.ts';

/** A JSON object, or what an org says of a body that is none. */
export function requireObject(body: unknown, what = 'The request body'): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new SalesforceError('JSON_PARSER_ERROR', `${what} must be a JSON object`);
}

/** A list under a key of the body. */
export function requireList(body: unknown, key: string): unknown[] {
  const list = requireObject(body)[key];
  if (Array.isArray(list)) return list;
  throw new SalesforceError('JSON_PARSER_ERROR', `The request body must hold the list '${key}'`);
}

/** A record as sent: the record service checks names and values. */
export function requireRecord(body: unknown, what?: string): RecordInput {
  return requireObject(body, what) as RecordInput;
}

/** The object type that `attributes.type` of a record names. */
export function typeOf(record: RecordInput, where: string): string {
  const type = (record.attributes as { type?: unknown } | undefined)?.type;
  if (typeof type === 'string' && type !== '') return type;
  throw new SalesforceError('INVALID_TYPE', `${where}: attributes.type must name the object`);
}
