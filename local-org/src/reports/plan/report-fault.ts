import { SalesforceError } from '../../errors.ts';

/** Why a report cannot be run as asked. */
export function reportFault(errorCode: string, message: string, httpStatus = 400): SalesforceError {
  return new SalesforceError(errorCode, message, { httpStatus });
}
