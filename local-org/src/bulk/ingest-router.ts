import express, { Router, type Request, type RequestHandler } from 'express';
import { SalesforceError } from '../errors.ts';
import { userOf } from '../http/user-of.ts';
import type { Org } from '../org.ts';
import { invalidChoice } from './csv-format.ts';
import { describeIngestJob, readIngestJob, type CsvRow, type IngestJob } from './ingest-job.ts';
import { FINAL_STATES, wrongState } from './job.ts';
import { JobRegistry } from './job-registry.ts';
import type { JobQueue } from './job-queue.ts';
import { apiVersionOf, jobBody } from './job-request.ts';
import { processIngest } from './process-ingest.ts';
import { writeCsv } from './write-csv.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/upload_job_data.htm */
const MAX_UPLOAD = '150mb';

/** `/services/data/vXX.X/jobs/ingest`: jobs that write records. */
export function ingestRouter(org: Org, queue: JobQueue, nextId: () => string): Router {
  const jobs = new JobRegistry<IngestJob>();
  const router = Router({ mergeParams: true });
  const upload = express.raw({ type: 'text/csv', limit: MAX_UPLOAD });

  const results =
    (name: string, rows: (job: IngestJob) => CsvRow[]): RequestHandler =>
    (req, res) => {
      const job = jobs.find(userOf(res), idOf(req));
      if (!FINAL_STATES.has(job.state)) throw wrongState(job, `read its ${name}`, [...FINAL_STATES]);
      res.type('text/csv').send(writeCsv(job.format, rows(job)));
    };

  router.post('/', (req, res) => {
    const user = userOf(res);
    const now = org.now();
    const job: IngestJob = {
      ...readIngestJob(org.schema, user, jobBody(req)),
      id: nextId(),
      state: 'Open',
      createdById: user.userId,
      createdDate: now,
      systemModstamp: now,
      apiVersion: apiVersionOf(req),
      recordsProcessed: 0,
      processingTime: 0,
      header: [],
      successes: [],
      failures: [],
      unprocessed: [],
    };
    jobs.add(job);
    res.json(describeIngestJob(job));
  });

  router.get('/', (_req, res) => {
    res.json({ done: true, records: jobs.list(userOf(res)).map(describeIngestJob), nextRecordsUrl: null });
  });

  router.put('/:id/batches', upload, (req, res) => {
    const job = jobs.find(userOf(res), idOf(req));
    if (job.state !== 'Open') throw wrongState(job, 'upload data', ['Open']);
    if (job.csv)
      throw new SalesforceError('INVALIDJOBSTATE', `Job ${job.id} has its data: a job takes one upload`);
    if (!Buffer.isBuffer(req.body)) {
      throw new SalesforceError(
        'UNSUPPORTED_MEDIA_TYPE',
        'Job data must be sent with Content-Type: text/csv',
        {
          httpStatus: 415,
        },
      );
    }
    job.csv = req.body;
    res.status(201).end();
  });

  router.patch('/:id', (req, res) => {
    const job = jobs.find(userOf(res), idOf(req));
    const { state } = jobBody(req);
    if (state === 'UploadComplete') {
      if (job.state !== 'Open') throw wrongState(job, 'close it', ['Open']);
      queue.add(job, () => processIngest(org, job));
    } else if (state !== 'Aborted') {
      throw invalidChoice('state', state, ['UploadComplete', 'Aborted']);
    } else if (FINAL_STATES.has(job.state)) {
      throw wrongState(job, 'abort it', ['Open', 'UploadComplete', 'InProgress']);
    }
    job.state = state;
    job.systemModstamp = org.now();
    res.json(describeIngestJob(job));
  });

  router.get('/:id', (req, res) => {
    res.json(describeIngestJob(jobs.find(userOf(res), idOf(req))));
  });

  router.delete('/:id', (req, res) => {
    const job = jobs.find(userOf(res), idOf(req));
    if (!FINAL_STATES.has(job.state)) throw wrongState(job, 'delete it', [...FINAL_STATES]);
    jobs.remove(job);
    res.status(204).end();
  });

  router.get(
    '/:id/successfulResults',
    results('results', (job) => [
      ['sf__Id', 'sf__Created', ...job.header],
      ...job.successes.map(({ id, created, row }) => [id, String(created), ...row]),
    ]),
  );
  router.get(
    '/:id/failedResults',
    results('results', (job) => [
      ['sf__Id', 'sf__Error', ...job.header],
      ...job.failures.map(({ id, error, row }) => [id, error, ...row]),
    ]),
  );
  router.get(
    '/:id/unprocessedrecords',
    results('unprocessed records', (job) => [job.header, ...job.unprocessed]),
  );
  return router;
}

function idOf(req: Request): string {
  return String(req.params.id);
}
