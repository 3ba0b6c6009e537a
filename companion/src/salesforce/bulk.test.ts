import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Connection } from 'jsforce';
import type { FieldValue } from '../domain/account-fields.ts';
import { bulkIngest } from './bulk-ingest.ts';
import { bulkQuery } from './bulk-query.ts';
import { typeRow } from './typed-rows.ts';
import { toCsv } from './write-csv.ts';

interface Answer {
  status?: number;
  body?: string;
  locator?: string;
}

/** An org that answers jobs as the test says; every request is kept as `METHOD path body`. */
async function withJobs<T>(
  answer: (request: string) => Answer,
  use: (connection: Connection, requests: string[]) => Promise<T>,
): Promise<T> {
  const requests: string[] = [];
  const bodyOf = async (message: IncomingMessage) => {
    let body = '';
    for await (const chunk of message.setEncoding('utf8') as AsyncIterable<string>) body += chunk;
    return body;
  };
  const server = createServer((incoming, response) => {
    void bodyOf(incoming).then((body) => {
      const path = incoming.url?.replace('/services/data/v66.0', '') ?? '';
      const request = `${incoming.method} ${path} ${body}`.trim();
      requests.push(request);
      const { status = 200, body: text = '', locator } = answer(request);
      const type = text.startsWith('{') || text.startsWith('[') ? 'application/json' : 'text/csv';
      const headers = {
        'content-type': type,
        connection: 'close',
        ...(locator ? { 'sforce-locator': locator } : {}),
      };
      response.writeHead(status, headers).end(text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const instanceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await use(new Connection({ instanceUrl, accessToken: 'token', version: '66.0' }), requests);
  } finally {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
}

const job = (state: string, more: object = {}) => ({ body: JSON.stringify({ id: '750A', state, ...more }) });
const waits: number[] = [];
const wait = async (ms: number) => void waits.push(ms);
const row = z.object({ Id: z.string(), N: z.number().nullable() });

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of rows) all.push(each);
  return all;
}

describe('a bulk query', () => {
  test('waits for its job, follows the locators, gives rows in their types, and deletes the job', async () => {
    const states = ['InProgress', 'JobComplete'];
    await withJobs(
      (request) => {
        if (request.startsWith('POST')) return job('UploadComplete');
        if (request.includes('locator=L2')) return { body: '"Id","N"\n"3",""\n' };
        if (request.includes('/results')) return { body: '"Id","N"\n"1","1.5"\n"2","-2"\n', locator: 'L2' };
        return request.startsWith('DELETE') ? { status: 204 } : job(states.shift() ?? '');
      },
      async (connection, requests) => {
        expect(await collect(bulkQuery(connection, 'SELECT Id, N FROM X', row, { wait }))).toEqual([
          { Id: '1', N: 1.5 },
          { Id: '2', N: -2 },
          { Id: '3', N: null },
        ]);
        expect(requests).toHaveLength(6);
        expect(requests.at(-1)).toBe('DELETE /jobs/query/750A');
      },
    );
  });

  test('ends with the words of the org when its job fails', async () => {
    await withJobs(
      () => job('Failed', { errorMessage: 'INVALID_FIELD : No such column' }),
      async (connection) => {
        const rows = collect(bulkQuery(connection, 'SELECT Nope FROM X', row, { wait }));
        await expect(rows).rejects.toThrow(/750A .* Failed: INVALID_FIELD : No such column/);
      },
    );
  });
});

describe('a bulk write', () => {
  test('answers for each row by its key: written, refused, or never come to', async () => {
    await withJobs(
      (request) => {
        if (request.includes('/failedResults'))
          return {
            body: '"sf__Id","sf__Error","Id"\n"2","UNABLE_TO_LOCK_ROW:unable to obtain exclusive access: 1 --","2"\n',
          };
        if (request.includes('/unprocessedrecords')) return { body: '"Id"\n"3"\n' };
        if (request.startsWith('PUT')) return { status: 201 };
        return request.startsWith('DELETE') ? { status: 204 } : job('JobComplete');
      },
      async (connection, requests) => {
        const rows = ['1', '2', '3'].map((Id) => ({ Id, A: 'x' }));
        const request = { object: 'Account', operation: 'update', keyField: 'Id', rows } as const;
        const outcome = await bulkIngest(connection, request, { wait });
        expect(outcome.get('1')).toBeNull();
        expect(outcome.get('2')).toMatchObject({ statusCode: 'UNABLE_TO_LOCK_ROW' });
        expect(outcome.get('3')).toMatchObject({ statusCode: 'UNPROCESSED' });
        expect(requests[1]).toBe('PUT /jobs/ingest/750A/batches "Id","A"\n"1","x"\n"2","x"\n"3","x"');
        expect(requests[2]).toBe('PATCH /jobs/ingest/750A {"state":"UploadComplete"}');
      },
    );
  });

  test('writes null as #N/A, leaves alone what a row does not name, and quotes what has to be', () => {
    const rows: Record<string, FieldValue>[] = [
      { Id: '1', A: null, B: 'a "b",\nc' },
      { Id: '2', C: true },
    ];
    expect(toCsv(rows, false)).toBe('"Id","A","B","C"\n"1","#N/A","a ""b"",\nc",""\n"2","","","true"\n');
    expect(toCsv([{ Id: '1', A: null }], true)).toBe('"Id","A"\n"1",""\n');
  });
});

test('cells become what their shape takes, and fields behind a lookup an object, null where it is empty', () => {
  const shape = z.object({
    N: z.number(),
    B: z.boolean(),
    T: z.string(),
    O: z.object({ Name: z.string() }).nullable(),
  });
  const cells = { N: '7', B: 'false', T: '7', 'O.Name': 'Ann' };
  expect(typeRow(shape, cells)).toEqual({ N: 7, B: false, T: '7', O: { Name: 'Ann' } });
  expect(typeRow(shape, { ...cells, 'O.Name': '' })).toMatchObject({ O: null });
});
