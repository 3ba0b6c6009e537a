import { Router } from 'express';
import type { Request } from 'express';
import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { badParameter } from '../errors.ts';
import { listParameter, userOf } from '../request.ts';
import { readRecord } from './read-record.ts';
import type { RecordSelection } from './read-record.ts';
import { createRecord, deleteRecord, updateRecord } from './save-record.ts';

const MAX_BATCH = 200;

/** `records/{id}`, `records/batch/{ids}`, and creating, changing and deleting one record. */
export function recordRoutes(org: Org): Router {
  const router = Router();

  router.get('/records/batch/:recordIds', (request, response) => {
    const ids = request.params.recordIds.split(',').filter((id) => id !== '');
    if (ids.length > MAX_BATCH) {
      throw badParameter('recordIds', `at most ${MAX_BATCH} records are read at once, not ${ids.length}`);
    }
    const selection = selectionOf(request);
    const results = ids.map((id) => attempt(() => readRecord(org, userOf(response), id, selection)));
    response.json({ hasErrors: results.some(({ statusCode }) => statusCode !== 200), results });
  });

  router.get('/records/:recordId', (request, response) => {
    response.json(readRecord(org, userOf(response), request.params.recordId, selectionOf(request)));
  });

  router.post('/records', (request, response) => {
    response.status(201).json(createRecord(org, userOf(response), request.body));
  });

  router.patch('/records/:recordId', (request, response) => {
    const since = request.get('If-Unmodified-Since') ?? request.get('If-Modified-Since');
    response.json(updateRecord(org, userOf(response), request.params.recordId, request.body, since));
  });

  router.delete('/records/:recordId', (request, response) => {
    deleteRecord(org, userOf(response), request.params.recordId);
    response.status(204).end();
  });

  return router;
}

function selectionOf(request: Request): RecordSelection {
  return {
    fields: listParameter(request, 'fields'),
    optionalFields: listParameter(request, 'optionalFields'),
    layoutTypes: listParameter(request, 'layoutTypes'),
  };
}

/** One result of a batch: a failure stands in its place without failing the others. */
export function attempt(read: () => unknown): { result: unknown; statusCode: number } {
  try {
    return { result: read(), statusCode: 200 };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { result: [error.toApiError()], statusCode: error.httpStatus };
  }
}
