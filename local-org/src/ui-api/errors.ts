import { SalesforceError } from '../errors.ts';

/** UI API's answer for what is not there, or not for this user to know of. */
export function notFound(): SalesforceError {
  return new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 });
}

/** A query parameter that cannot be used. */
export function badParameter(name: string, problem: string): SalesforceError {
  return new SalesforceError('ILLEGAL_QUERY_PARAMETER_VALUE', `${name}: ${problem}`);
}

/** A field that does not exist or that the user cannot see: an org does not tell the two apart. */
export function invalidField(object: string, field: string): SalesforceError {
  return new SalesforceError(
    'INVALID_FIELD',
    `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to ` +
      "append the '__c' after the custom field name. Please reference your WSDL or the describe call for the " +
      'appropriate names.',
  );
}
