import { Router, type Request } from 'express';
import { SalesforceError } from '../errors.ts';
import { userOf } from '../http/user-of.ts';
import type { Org } from '../org.ts';
import { invalidChoice } from './csv-format.ts';
import { FINAL_STATES, wrongState } from './job.ts';
import type { JobQueue } from './job-queue.ts';
import { JobRegistry } from './job-registry.ts';
import { apiVersionOf, jobBody } from './job-request.ts';
import { describeQueryJob, processQuery, readQueryJob, type QueryJob } from './query-job.ts';
import { writeCsv } from './write-csv.ts';

/** Records in a set of results unless the request asks for fewer or more. */
const DEFAULT_MAX_RECORDS = 50_000;

/** `/services/data/vXX.X/jobs/query`: jobs that read records. */
export function queryJobRouter(org: Org, queue: JobQueue, nextId: () => string): Router {
  const jobs = new JobRegistry<QueryJob>();
  const router = Router({ mergeParams: true });

  router.post('/', (req, res) => {
    const now = org.now();
    const job: QueryJob = {
      ...readQueryJob(jobBody(req)),
      id: nextId(),
      state: 'UploadComplete',
      createdById: userOf(res).userId,
      createdDate: now,
      systemModstamp: now,
      apiVersion: apiVersionOf(req),
      recordsProcessed: 0,
      processingTime: 0,
      header: [],
      rows: [],
    };
    jobs.add(job);
    queue.add(job, () => processQuery(org, job));
    res.json(describeQueryJob(job));
  });

  router.get('/', (_req, res) => {
    res.json({ done: true, records: jobs.list(userOf(res)).map(describeQueryJob), nextRecordsUrl: null });
  });

  router.get('/:id', (req, res) => {
    res.json(describeQueryJob(jobs.find(userOf(res), idOf(req))));
  });

  router.patch('/:id', (req, res) => {
    const job = jobs.find(userOf(res), idOf(req));
    const { state } = jobBody(req);
    if (state !== 'Aborted') throw invalidChoice('state', state, ['Aborted']);
    if (FINAL_STATES.has(job.state)) throw wrongState(job, 'abort it', ['UploadComplete', 'InProgress']);
    job.state = state;
    job.systemModstamp = org.now();
    res.json(describeQueryJob(job));
  });

  router.delete('/:id', (req, res) => {
    const job = jobs.find(userOf(res), idOf(req));
    if (!FINAL_STATES.has(job.state)) throw wrongState(job, 'delete it', [...FINAL_STATES]);
    jobs.remove(job);
    res.status(204).end();
  });

  router.get('/:id/results', (req, res) => {
    const job = jobs.find(userOf(res), idOf(req));
    if (job.state !== 'JobComplete') throw wrongState(job, 'read its results', ['JobComplete']);
    const start = readLocator(req.query.locator, job.rows.length);
    const end = start + readMaxRecords(req.query.maxRecords);
    const rows = job.rows.slice(start, end);
    res.set('Sforce-Locator', end < job.rows.length ? writeLocator(end) : 'null');
    res.set('Sforce-NumberOfRecords', String(rows.length));
    res.type('text/csv').send(writeCsv(job.format, [job.header, ...rows]));
  });
  return router;
}

function idOf(req: Request): string {
  return String(req.params.id);
}

function writeLocator(start: number): string {
  return Buffer.from(String(start)).toString('base64url');
}

function readLocator(locator: unknown, total: number): number {
  if (locator === undefined) return 0;
  const start = Buffer.from(String(locator), 'base64url').toString();
  if (/^\d+$/.test(start) && Number(start) < total) return Number(start);
  throw new SalesforceError(
    'INVALID_QUERY_LOCATOR',
    `locator is ${JSON.stringify(locator)}; expected the Sforce-Locator of the results before`,
  );
}

function readMaxRecords(maxRecords: unknown): number {
  if (maxRecords === undefined) return DEFAULT_MAX_RECORDS;
  if (typeof maxRecords === 'string' && /^[1-9]\d*$/.test(maxRecords)) return Number(maxRecords);
  throw new SalesforceError(
    'INVALIDJOB',
    `maxRecords is ${JSON.stringify(maxRecords)}; expected a whole number above 0`,
  );
}
