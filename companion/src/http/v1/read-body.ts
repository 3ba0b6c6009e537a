import express, { type RequestHandler } from 'express';
import { sendProblem } from '../problem.ts';

/** What a request with a body may be refused for before it is looked into. */
const REFUSALS: Record<string, { status: number; title: string; detail: string }> = {
  'entity.too.large': {
    status: 413,
    title: 'Too large',
    detail: 'The body is larger than allowed. Send less at once.',
  },
  'entity.parse.failed': { status: 400, title: 'Bad request', detail: 'The body is not JSON.' },
  'entity.verify.failed': { status: 400, title: 'Bad request', detail: 'The body is not UTF-8.' },
  'charset.unsupported': { status: 415, title: 'Unsupported', detail: 'Send JSON in UTF-8.' },
  'encoding.unsupported': {
    status: 415,
    title: 'Unsupported',
    detail: 'Send the body as it is, or with the Content-Encoding gzip, deflate or br.',
  },
  'request.aborted': { status: 400, title: 'Bad request', detail: 'The request ended before its body did.' },
  'request.size.invalid': {
    status: 400,
    title: 'Bad request',
    detail: 'Content-Length is not the size of the body.',
  },
};

/** Reads a JSON body of a bounded size; whatever is wrong with it is answered here, as a problem. */
export function readBody(maxBytes: number): RequestHandler {
  const parse = express.json({
    limit: maxBytes,
    verify: (_request, _response, bytes) => {
      // Bytes that are no UTF-8 would come out as other letters, unseen.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    },
  });
  return (request, response, next) => {
    if (!request.is('application/json')) {
      const detail = 'Send a body with the Content-Type application/json.';
      return sendProblem(response, 415, 'Unsupported', { detail });
    }
    parse(request, response, (error?: unknown) => {
      if (error === undefined) return next();
      const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
      const refusal = REFUSALS[type];
      // Compressed bytes that are none have no type of their own.
      if (!refusal) return sendProblem(response, 400, 'Bad request', { detail: 'The body cannot be read.' });
      sendProblem(response, refusal.status, refusal.title, { detail: refusal.detail });
    });
  };
}
