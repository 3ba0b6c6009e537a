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

  test('does not take an answer that was on its way when a record changed for what is so since', async () => {
    const answers: ((response: Response) => void)[] = [];
    fetch.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const answer = (index: number, n: number) =>
      answers[index]!(new Response(JSON.stringify({ data: { n } })));
    await ask();
    announceRecordChange(['001']);
    const second = await ask();
    const third = await ask();
    expect(fetch).toHaveBeenCalledTimes(2);
    answer(1, 2);
    answer(0, 1);
    await settled();
    expect([second().data, third().data]).toEqual([{ n: 2 }, { n: 2 }]);
    expect((await ask())().data).toEqual({ n: 2 });
  });

  test('a refresh shares no answer that was asked for before it, only one of the same moment', async () => {
    const answers: ((response: Response) => void)[] = [];
    const first = await ask();
    const second = await ask();
    fetch.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    void first().refresh!();
    await settled();
    const refreshes = [first().refresh!(), second().refresh!()];
    expect(fetch).toHaveBeenCalledTimes(3);
    answers[1]!(new Response(JSON.stringify({ data: { n: 3 } })));
    answers[0]!(new Response(JSON.stringify({ data: { n: 2 } })));
    await Promise.all(refreshes);
    expect([first().data, second().data]).toEqual([{ n: 3 }, { n: 3 }]);
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
