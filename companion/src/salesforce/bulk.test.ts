import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { FieldValue } from '../domain/account-fields.ts';
import { bulkIngest } from './bulk-ingest.ts';
import { bulkQuery } from './bulk-query.ts';
import { job, withJobs } from './testing/with-jobs.ts';
import { createTyper } from './typed-rows.ts';
import { toCsv } from './write-csv.ts';

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
  test('that the org is too busy to take begins again after a moment', async () => {
    const refused = [503, 503];
    await withJobs(
      (request) => {
        const status = request.startsWith('POST') ? refused.shift() : undefined;
        if (status !== undefined)
          return { status, body: '[{"errorCode":"SERVER_UNAVAILABLE","message":"busy"}]' };
        if (/failedResults|unprocessedrecords/.test(request)) return { body: '"Id"\n' };
        return /^(PUT|DELETE)/.test(request) ? { status: 204 } : job('JobComplete');
      },
      async (connection, requests) => {
        const rows = [{ Id: '1', A: 'x' }];
        const request = { object: 'Account', operation: 'update', keyField: 'Id', rows } as const;
        expect(await bulkIngest(connection, request, { wait })).toEqual(new Map([['1', null]]));
        expect(requests.filter((each) => each.startsWith('POST'))).toHaveLength(3);
      },
    );
  });

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
  const typed = (row: Record<string, string>) => createTyper(shape, Object.keys(row))(Object.values(row));
  const cells = { N: '7', B: 'false', T: '7', 'O.Name': 'Ann' };
  expect(typed(cells)).toEqual({ N: 7, B: false, T: '7', O: { Name: 'Ann' } });
  expect(typed({ ...cells, 'O.Name': '' })).toMatchObject({ O: null });
});
