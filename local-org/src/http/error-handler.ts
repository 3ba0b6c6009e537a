import type { ErrorRequestHandler } from 'express';
import { SalesforceError, type ApiError } from '../errors.ts';

function fromBodyParser(error: unknown): SalesforceError | undefined {
  const { type, message } = error as { type?: string; message?: string };
  if (type === 'entity.parse.failed') {
    return new SalesforceError('JSON_PARSER_ERROR', message ?? 'The body is not valid JSON');
  }
  if (type === 'entity.too.large') {
    return new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'The request body is too large', {
      httpStatus: 413,
    });
  }
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new SalesforceError('UNSUPPORTED_MEDIA_TYPE', message ?? 'Unsupported encoding', {
      httpStatus: 415,
    });
  }
  return undefined;
}

/** Turns a thrown error into its status and the list that the REST API answers with. */
export function toErrorResponse(error: unknown): { status: number; body: ApiError[] } {
  const known = error instanceof SalesforceError ? error : fromBodyParser(error);
  if (known) return { status: known.httpStatus, body: [known.toApiError()] };
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  const message = 'An unexpected error occurred. The local org wrote it to its error output.';
  return { status: 500, body: [{ errorCode: 'UNKNOWN_EXCEPTION', message }] };
}

/** The one place where errors of every API family become answers. */
export const errorHandler: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) return next(error);
  const { status, body } = toErrorResponse(error);
  res.status(status).json(body);
};
