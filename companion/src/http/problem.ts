import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { AppError } from '../errors.ts';

/** Errors that a caller can do something about; their messages are meant to be read. */
const KNOWN: Record<string, { status: number; title: string }> = {
  NOT_FOUND: { status: 404, title: 'Not found' },
  BAD_CURSOR: { status: 400, title: 'Bad request' },
  KEY_REUSED: { status: 422, title: 'The key was used for something else' },
  SECRET_KEY_MISSING: { status: 503, title: 'A key is missing' },
  ORG_UNREACHABLE: { status: 503, title: 'The org does not answer' },
};

/** Answers with application/problem+json (RFC 9457). */
export function sendProblem(
  response: Response,
  status: number,
  title: string,
  more: Record<string, unknown> = {},
): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title,
        status,
        requestId: response.locals['requestId'],
        ...more,
      }),
    );
}

export const notFound: RequestHandler = (request, response) => {
  sendProblem(response, 404, 'Not found', {
    detail: `There is nothing at ${request.path}. Try /, /status or /v1/docs.`,
  });
};

/** The last resort: the log gets the reason, the caller a request id to find it by. */
export function handleErrors(onError: (error: unknown, requestId: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const known = error instanceof AppError ? KNOWN[error.code] : undefined;
    if (known && error instanceof AppError) {
      return sendProblem(response, known.status, known.title, { detail: error.message });
    }
    onError(error, String(response.locals['requestId']));
    sendProblem(response, 500, 'Internal error', { detail: 'The log has the reason under this request id.' });
  };
}
