import { Router } from 'express';
import { authenticate, requireApiEnabled } from '../http/authenticate.ts';
import type { Org } from '../org.ts';
import { ingestRouter } from './ingest-router.ts';
import { createJobIds } from './job-registry.ts';
import { createJobQueue } from './job-queue.ts';
import { queryJobRouter } from './query-job-router.ts';

/**
 * Bulk API 2.0: ingest and query jobs, worked off one after another.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0.htm
 */
export function bulkRouter(org: Org): Router {
  const router = Router();
  const nextId = createJobIds();
  const queue = createJobQueue((error) => {
    // A server that closes takes its database from under the job that is at work.
    if (!org.database.isOpen) return;
    process.stderr.write(`A bulk job stopped: ${error instanceof Error ? error.stack : String(error)}\n`);
  });
  const base = '/services/data/:version/jobs';
  router.use(base, authenticate(org), requireApiEnabled);
  router.use(`${base}/ingest`, ingestRouter(org, queue, nextId));
  router.use(`${base}/query`, queryJobRouter(org, queue, nextId));
  return router;
}
