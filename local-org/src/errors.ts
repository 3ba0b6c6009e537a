/** One field-level or record-level error as Salesforce's REST API words it. */
export interface ApiError {
  errorCode: string;
  message: string;
  fields?: string[];
}

/**
 * The one error class of the local org. `errorCode` is a Salesforce status code
 * (`INVALID_FIELD`, `REQUIRED_FIELD_MISSING`, …); `httpStatus` is what the REST edge answers with.
 */
export class SalesforceError extends Error {
  readonly errorCode: string;
  readonly httpStatus: number;
  readonly fields: string[];

  constructor(
    errorCode: string,
    message: string,
    options: { httpStatus?: number; fields?: string[]; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SalesforceError';
    this.errorCode = errorCode;
    this.httpStatus = options.httpStatus ?? 400;
    this.fields = options.fields ?? [];
  }

  toApiError(): ApiError {
    return this.fields.length > 0
      ? { errorCode: this.errorCode, message: this.message, fields: this.fields }
      : { errorCode: this.errorCode, message: this.message };
  }
}

/** The answer for what Salesforce has and this org does not model: never a quiet success. */
export function notImplemented(what: string): SalesforceError {
  return new SalesforceError('NOT_IMPLEMENTED', `The local org does not model ${what}.`, { httpStatus: 501 });
}
