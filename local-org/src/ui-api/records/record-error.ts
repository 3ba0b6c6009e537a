import { SalesforceError } from '../../errors.ts';
import type { ObjectDef } from '../../schema/types.ts';

/** One fault of a record that was not saved. */
interface RecordFault {
  constituentField: null;
  duplicateRecordError: null;
  errorCode: string;
  field: string | null;
  fieldLabel: string | null;
  message: string;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_error_with_output.htm */
interface ErrorBody {
  message: string;
  enhancedErrorType: 'RecordError' | null;
  output: unknown;
}

/** An error whose answer is an object with more to say, not a list. */
export class ErrorWithOutput extends Error {
  readonly status: number;
  readonly body: ErrorBody & { statusCode: number };

  constructor(status: number, body: ErrorBody, options?: ErrorOptions) {
    super(body.message, options);
    this.name = 'ErrorWithOutput';
    this.status = status;
    this.body = { ...body, statusCode: status };
  }
}

/** Runs a write; what it refuses is answered field by field, as forms expect it. */
export function asRecordError<T>(object: ObjectDef, verb: 'create' | 'update' | 'delete', write: () => T): T {
  try {
    return write();
  } catch (error) {
    // What is missing or not modelled keeps its plain answer.
    if (!(error instanceof SalesforceError) || error.httpStatus === 404 || error.httpStatus >= 500)
      throw error;
    throw new ErrorWithOutput(
      error.httpStatus,
      {
        message: `An error occurred while trying to ${verb} the record. Please try again.`,
        enhancedErrorType: 'RecordError',
        output: faultsOf(object, error),
      },
      { cause: error },
    );
  }
}

function faultsOf(
  object: ObjectDef,
  { errorCode, message, fields }: SalesforceError,
): { errors: RecordFault[]; fieldErrors: Record<string, RecordFault[]> } {
  const base = { constituentField: null, duplicateRecordError: null, errorCode, message };
  const known = fields.map((name) => object.fields.get(name)).filter((field) => field !== undefined);
  if (known.length === 0) return { errors: [{ ...base, field: null, fieldLabel: null }], fieldErrors: {} };
  return {
    errors: [],
    fieldErrors: Object.fromEntries(
      known.map((field) => [field.name, [{ ...base, field: field.name, fieldLabel: field.label }]]),
    ),
  };
}
