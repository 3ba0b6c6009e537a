import { SalesforceError } from '../errors.ts';
import type { FieldPath, Query } from './ast.ts';
import type { CompileContext } from './compile-context.ts';
import { queryErrorAt } from './query-error.ts';

const REFERENCE = 'Please reference your WSDL or the describe call for the appropriate names.';

type Place = FieldPath | Query | undefined;

/** An error of a query, with its place in the text when there is a text. */
export function queryFault(
  context: CompileContext,
  errorCode: string,
  place: Place,
  message: string,
): SalesforceError {
  const offset = place && context.source?.positions.get(place);
  return context.source && offset !== undefined
    ? queryErrorAt(errorCode, context.source.text, offset, message)
    : new SalesforceError(errorCode, message);
}

/** MALFORMED_QUERY: the words are right, the query they make is not. */
export function malformed(context: CompileContext, place: Place, message: string): SalesforceError {
  return queryFault(context, 'MALFORMED_QUERY', place, message);
}

/** INVALID_FIELD about a rule that a field breaks. */
export function invalidField(context: CompileContext, place: Place, message: string): SalesforceError {
  return queryFault(context, 'INVALID_FIELD', place, message);
}

/** Unknown and unreadable objects look alike, as in an org. */
export function invalidType(context: CompileContext, query: Query): SalesforceError {
  return queryFault(
    context,
    'INVALID_TYPE',
    query,
    `sObject type '${query.from}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${REFERENCE}`,
  );
}

/** Unknown and unreadable fields look alike, as in an org. */
export function noSuchColumn(
  context: CompileContext,
  path: FieldPath,
  name: string,
  objectName: string,
): SalesforceError {
  return invalidField(
    context,
    path,
    `No such column '${name}' on entity '${objectName}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${REFERENCE}`,
  );
}

/** A parent path that leads nowhere. */
export function noSuchParent(context: CompileContext, path: FieldPath, name: string): SalesforceError {
  return invalidField(
    context,
    path,
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE}`,
  );
}

/** A child subquery of an unknown or unreadable relationship. */
export function noSuchChildren(context: CompileContext, query: Query): SalesforceError {
  return queryFault(
    context,
    'INVALID_TYPE',
    query,
    `Didn't understand relationship '${query.from}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE}`,
  );
}
