import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { gql, graphql } from './graphql.ts';
import { announceRecordChange } from 'platform/recordEvents';

interface Answer {
  data?: { n: number };
  errors?: unknown;
  refresh?: () => Promise<void>;
}
interface Adapter {
  connect(): void;
  disconnect(): void;
  update(config: object): void;
}

const fetch = jest.fn<typeof globalThis.fetch>();
const original = globalThis.fetch;
const started: Adapter[] = [];
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  let count = 0;
  fetch.mockImplementation(async () => new Response(JSON.stringify({ data: { n: (count += 1) } })));
  globalThis.fetch = fetch;
});
afterEach(() => {
  for (const adapter of started.splice(0)) adapter.disconnect();
  announceRecordChange([]);
  fetch.mockReset();
  globalThis.fetch = original;
});

async function ask(source = 'query q') {
  const provide = jest.fn<(answer: Answer) => void>();
  const adapter = new (graphql as unknown as new (provide: unknown) => Adapter)(provide);
  started.push(adapter);
  adapter.connect();
  adapter.update({ query: { source }, variables: { id: '001' } });
  await settled();
  return () => provide.mock.lastCall?.[0] ?? {};
}

describe('a GraphQL wire', () => {
  test('gives a component that comes later the answer that there is', async () => {
    await ask();
    expect((await ask())().data).toEqual({ n: 1 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('asks anew on refresh, and once a record has changed', async () => {
    const first = await ask();
    await first().refresh?.();
    expect(first().data).toEqual({ n: 2 });
    for (const adapter of started.splice(0)) adapter.disconnect();
    announceRecordChange(['001']);
    expect((await ask())().data).toEqual({ n: 3 });
  });

  test('keeps no answer with errors, and none of another question', async () => {
    fetch.mockImplementationOnce(async () => new Response(JSON.stringify({ errors: [{ message: 'no' }] })));
    expect((await ask())().errors).toEqual([{ message: 'no' }]);
    expect((await ask())().data).toEqual({ n: 1 });
    expect((await ask('query other'))().data).toEqual({ n: 2 });
  });
});

test('values do not belong into a document', () => {
  expect(() => gql(['{ a(id: ', ') }'] as unknown as TemplateStringsArray, '001')).toThrow(
    'Pass values as variables',
  );
});
