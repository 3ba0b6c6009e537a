import type { ErrorRequestHandler, RequestHandler, Response } from 'express';

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
    detail: `There is nothing at ${request.path}. Try / or /status.`,
  });
};

/** The last resort: the log gets the reason, the caller a request id to find it by. */
export function handleErrors(onError: (error: unknown, requestId: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    onError(error, String(response.locals['requestId']));
    sendProblem(response, 500, 'Internal error', { detail: 'The log has the reason under this request id.' });
  };
}
