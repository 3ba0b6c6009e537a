import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { bulkSync, type BulkSyncRequest } from './bulk-sync.ts';
import type { BulkJob } from './org-client.ts';
import { memoryOrg, type MemoryOrg } from './testing/memory-org.ts';

const record = (key: string, name: string | null) => ({
  source: key,
  fields: { Key__c: `x:${key}`, Name: name, 'Parent__r.Key__c': 'p' },
});

function request(over: Partial<BulkSyncRequest<string>>): BulkSyncRequest<string> {
  return {
    object: 'Thing',
    keyField: 'Key__c',
    keyPrefix: 'x:',
    records: [],
    onRefused: () => undefined,
    ...over,
  };
}

function recording(org: MemoryOrg): { org: MemoryOrg; jobs: BulkJob[] } {
  const jobs: BulkJob[] = [];
  return { jobs, org: { ...org, bulk: (job) => (jobs.push(job), org.bulk(job)) } };
}

describe('bulkSync', () => {
  test('inserts what is new and upserts what is there, without the columns that nobody may change', async () => {
    const { org, jobs } = recording(memoryOrg({ records: { Thing: [{ Id: 'old', Key__c: 'x:b' }] } }));
    await bulkSync(
      org,
      request({ records: [record('a', 'A'), record('b', 'B')], createOnly: ['Parent__r.Key__c'] }),
    );
    expect(jobs.map(({ operation, csv }) => [operation, csv.split('\n')[0]])).toEqual([
      ['insert', 'Key__c,Name,Parent__r.Key__c'],
      ['upsert', 'Key__c,Name'],
    ]);
  });

  test('empties a field of a record that is there, and leaves it out of a new one', async () => {
    const { org, jobs } = recording(memoryOrg({ records: { Thing: [{ Id: 'old', Key__c: 'x:b' }] } }));
    await bulkSync(org, request({ records: [record('a', null), record('b', null)] }));
    expect(jobs.map(({ csv }) => parse<Record<string, string>>(csv, { columns: true })[0]!['Name'])).toEqual([
      '',
      '#N/A',
    ]);
  });

  test('loads more than a job holds in several jobs, and says how far it is', async () => {
    const org = memoryOrg();
    const progress: number[] = [];
    const records = Array.from({ length: 4_500 }, (_, index) => record(String(index), 'n'));
    const { loaded } = await bulkSync(org, request({ records, onProgress: (done) => progress.push(done) }));
    expect(loaded).toBe(4_500);
    expect(progress).toEqual([2_000, 4_000, 4_500]);
  });

  test('hands back what was refused with its source and reason, and loads the rest', async () => {
    const org = memoryOrg({ refuse: (_, row) => (row['Name'] === 'bad' ? 'TOO_BAD: no' : undefined) });
    const refused: string[] = [];
    const result = await bulkSync(
      org,
      request({
        records: [record('a', 'bad'), record('b', 'good')],
        onRefused: (source, _, reason) => refused.push(`${source} ${reason}`),
      }),
    );
    expect(result).toEqual({ loaded: 1, refused: 1, leftOver: [] });
    expect(refused).toEqual(['a TOO_BAD: no']);
  });

  test('names the records of an earlier load that this one does not have', async () => {
    const org = memoryOrg({
      records: {
        Thing: [
          { Id: 'gone', Key__c: 'x:gone' },
          { Id: 'of others', Key__c: 'y:1' },
        ],
      },
    });
    const { leftOver } = await bulkSync(org, request({ records: [record('a', 'A')] }));
    expect(leftOver).toEqual(['gone']);
  });
});
