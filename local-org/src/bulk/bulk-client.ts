import type { Server } from 'node:http';
import request from 'supertest';
import { createOrg } from '../create-org.ts';
import type { Org } from '../org.ts';
import { createServer } from '../server.ts';

const INGEST = '/services/data/v66.0/jobs/ingest';
const FINAL = ['JobComplete', 'Failed', 'Aborted'];

/** A listening org and the calls that tests of the Bulk API make. */
export interface BulkClient {
  org: Org;
  server: Server;
  token: string;
  url: string;
  /** One request of the API, with the admin's session. */
  call(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string): request.Test;
  /** Creates, fills and closes an ingest job, and waits for its end. */
  ingest(job: object, csv: string): Promise<Record<string, unknown>>;
  /** Asks for a job until it has ended. */
  finished(path: string): Promise<Record<string, unknown>>;
  /** The results of an ingest job as text. */
  results(id: unknown, name: 'successfulResults' | 'failedResults' | 'unprocessedrecords'): Promise<string>;
  close(): Promise<void>;
}

/** Starts an org with standard objects on a free port. */
export async function startBulkClient(): Promise<BulkClient> {
  const org = createOrg();
  const server = createServer(org);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const token = org.sessions.open(org.adminId);

  const call: BulkClient['call'] = (method, path) =>
    request(server)[method](path).set('Authorization', `Bearer ${token}`);
  const finished: BulkClient['finished'] = async (path) => {
    for (;;) {
      const { body } = await call('get', path);
      if (FINAL.includes(body.state)) return body;
    }
  };
  return {
    org,
    server,
    token,
    url: org.baseUrl(),
    call,
    finished,
    async ingest(job, csv) {
      const { body } = await call('post', INGEST).send(job).expect(200);
      await call('put', `${INGEST}/${body.id}/batches`).type('text/csv').send(csv).expect(201);
      await call('patch', `${INGEST}/${body.id}`).send({ state: 'UploadComplete' }).expect(200);
      return finished(`${INGEST}/${body.id}`);
    },
    async results(id, name) {
      return (await call('get', `${INGEST}/${String(id)}/${name}`).expect(200)).text;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      org.close();
    },
  };
}
