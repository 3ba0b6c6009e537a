import { SalesforceError } from '../../errors.ts';

/** The outcome of one record in a call for many. */
export interface SaveResult {
  id?: string;
  success: boolean;
  created?: boolean;
  errors: { statusCode: string; message: string; fields: string[] }[];
}

/** A failed outcome; an error that is not the caller's goes on being thrown. */
export function failedResult(error: unknown): SaveResult {
  if (!(error instanceof SalesforceError) || error.httpStatus >= 500) throw error;
  const { errorCode, message, fields } = error;
  return { success: false, errors: [{ statusCode: errorCode, message, fields }] };
}

const ROLLED_BACK = new SalesforceError(
  'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  'Record rolled back because not all records were valid and the request was using AllOrNone header',
);

/** Carries the outcomes out of a transaction that is rolled back. */
class RolledBack extends Error {
  readonly results: SaveResult[];

  constructor(results: SaveResult[]) {
    super('A record failed, and the call is all or none');
    this.results = results;
  }
}

/**
 * Runs each piece of work, a failure leaving the others standing; with `allOrNone` one failure takes
 * everything back.
 */
export function saveAll(
  transaction: <T>(work: () => T) => T,
  allOrNone: boolean,
  work: readonly (() => SaveResult)[],
): SaveResult[] {
  const attempt = (one: () => SaveResult): SaveResult => {
    try {
      return one();
    } catch (error) {
      return failedResult(error);
    }
  };
  try {
    return transaction(() => {
      const results = work.map(attempt);
      if (allOrNone && results.some(({ success }) => !success)) throw new RolledBack(results);
      return results;
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return error.results.map((result) => (result.success ? failedResult(ROLLED_BACK) : result));
  }
}
