import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  getFieldDisplayValue,
  getFieldValue,
  getRecord,
  notifyRecordUpdateAvailable,
  updateRecord,
} from './uiRecordApi.ts';
import { executeMutation, gql, graphql } from '../graphql/graphql.ts';
import { announceRecordChange } from 'platform/recordEvents';

interface Adapter {
  connect(): void;
  disconnect(): void;
  update(config: object): void;
}
type Provide = (value: Record<string, unknown>) => void;

const ID = '001000000000001AAA';
const fetch = jest.fn<typeof globalThis.fetch>();
const original = globalThis.fetch;
const answer = (body: unknown, status = 200) =>
  Promise.resolve(new Response(JSON.stringify(body), { status }));
const settled = () => new Promise((resolve) => setTimeout(resolve));
const started: Adapter[] = [];

beforeEach(() => void (globalThis.fetch = fetch));
afterEach(() => {
  for (const adapter of started.splice(0)) adapter.disconnect();
  fetch.mockReset();
  globalThis.fetch = original;
});

function wire(Source: unknown, config: object) {
  const provide = jest.fn<Provide>();
  const adapter = new (Source as new (provide: Provide) => Adapter)(provide);
  started.push(adapter);
  adapter.connect();
  adapter.update(config);
  return provide;
}

const record = (name: string) => ({
  apiName: 'Account',
  id: ID,
  fields: { Name: { value: name, displayValue: null } },
});

describe('reading records', () => {
  test('the fields of layouts are asked for by the layouts', async () => {
    fetch.mockImplementation(() => answer(record('Acme')));
    wire(getRecord, { recordId: ID, layoutTypes: ['Full', 'Compact'] });
    await settled();
    expect(String(fetch.mock.lastCall?.[0])).toBe(
      `/services/data/v66.0/ui-api/records/${ID}?layoutTypes=Compact%2CFull`,
    );
  });

  test('two wires with the same question ask it once', async () => {
    fetch.mockImplementation(() => answer(record('Acme')));
    const config = { recordId: ID, fields: ['Account.Name'] };
    const [one, two] = [wire(getRecord, config), wire(getRecord, config)];
    await settled();
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(String(fetch.mock.lastCall?.[0])).toBe(
      `/services/data/v66.0/ui-api/records/${ID}?fields=Account.Name`,
    );
    expect(one.mock.lastCall?.[0].data).toEqual(two.mock.lastCall?.[0].data);
  });

  test('an answer that was on its way when the record changed does not stand for what is so since', async () => {
    const answers: ((response: Response) => void)[] = [];
    fetch.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const provide = wire(getRecord, { recordId: ID, fields: ['Account.Name'] });
    await notifyRecordUpdateAvailable([{ recordId: ID }]);
    expect(fetch).toHaveBeenCalledTimes(2);
    answers[1]!(await answer(record('After')));
    answers[0]!(await answer(record('Before')));
    await settled();
    expect(provide.mock.lastCall?.[0]).toMatchObject({ data: { fields: { Name: { value: 'After' } } } });
  });

  test('a refusal of the org comes as the error, with status and body', async () => {
    const body = [{ errorCode: 'NOT_FOUND', message: 'No.' }];
    fetch.mockImplementation(() => answer(body, 404));
    const provide = wire(getRecord, { recordId: ID, fields: ['Account.Name'] });
    await settled();
    expect(provide.mock.lastCall?.[0]).toMatchObject({
      data: undefined,
      error: { status: 404, ok: false, body },
    });
  });
});

describe('a record that changes through the page', () => {
  test('is saved with a header that no other site can send, and read again wherever it is shown', async () => {
    fetch.mockImplementation(() => answer(record('Acme')));
    const shown = wire(getRecord, { recordId: ID, fields: ['Account.Name'] });
    const listed = wire(graphql, {
      query: gql`
        query q {
          uiapi {
            query {
              Account {
                edges {
                  node {
                    Id
                  }
                }
              }
            }
          }
        }
      `,
    });
    await settled();
    fetch.mockClear();
    fetch.mockImplementation(() => answer(record('Acme 2')));
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    await updateRecord({ fields: { Id: ID, Name: 'Acme 2' } });
    await jest.advanceTimersByTimeAsync(100);
    jest.useRealTimers();
    await settled();
    const [url, init] = fetch.mock.calls[0]!;
    expect([url, init?.method, init?.body]).toEqual([
      `/services/data/v66.0/ui-api/records/${ID}`,
      'PATCH',
      '{"fields":{"Name":"Acme 2"}}',
    ]);
    expect(init?.headers).toMatchObject({ 'x-requested-with': 'lightning' });
    expect(fetch).toHaveBeenCalledTimes(3);
    expect((shown.mock.lastCall?.[0].data as ReturnType<typeof record>).fields.Name.value).toBe('Acme 2');
    expect(listed).toHaveBeenCalledTimes(3);
  });

  test('is saved only if nobody has changed it since, where that is asked for', async () => {
    fetch.mockImplementation(() => answer(record('Acme 2')));
    const since = '2026-11-22T20:00:00.000Z';
    await updateRecord({ fields: { Id: ID, Name: 'Acme 2' } }, { ifUnmodifiedSince: since });
    await updateRecord({ fields: { Id: ID, Name: 'Acme 2' } });
    expect(fetch.mock.calls.map(([, init]) => new Headers(init?.headers).get('if-unmodified-since'))).toEqual(
      [since, null],
    );
  });

  test('is read again when a component says that it may have changed, another record is not', async () => {
    fetch.mockImplementation(() => answer(record('Acme')));
    wire(getRecord, { recordId: ID.slice(0, 15), fields: ['Account.Name'] });
    await settled();
    await notifyRecordUpdateAvailable([{ recordId: '001000000000002AAA' }]);
    await settled();
    expect(fetch).toHaveBeenCalledTimes(1);
    await notifyRecordUpdateAvailable([{ recordId: ID }]);
    await settled();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test('a refused save rejects and announces nothing', async () => {
    fetch.mockImplementation(() => answer(record('Acme')));
    wire(getRecord, { recordId: ID, fields: ['Account.Name'] });
    await settled();
    fetch.mockClear();
    fetch.mockImplementation(() => answer({ message: 'Too long.' }, 400));
    await expect(updateRecord({ fields: { Id: ID, Name: 'x' } })).rejects.toMatchObject({ status: 400 });
    await settled();
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('field values', () => {
  const nested = {
    apiName: 'Account',
    id: ID,
    fields: {
      Name: { value: 'Acme', displayValue: null },
      Amount: { value: 5, displayValue: '$5.00' },
      Owner: {
        value: { apiName: 'User', id: '005', fields: { Name: { value: 'Dana', displayValue: null } } },
        displayValue: 'Dana',
      },
    },
  };

  test.each([
    ['Account.Name', 'Acme'],
    [{ objectApiName: 'Account', fieldApiName: 'Owner.Name' }, 'Dana'],
    ['Account.Gone', undefined],
    ['Account.Owner.Gone', undefined],
  ])('%j is %s', (field, value) => expect(getFieldValue(nested, field)).toBe(value));

  test('a display value is the one that the user reads', () => {
    expect(getFieldDisplayValue(nested, 'Account.Amount')).toBe('$5.00');
  });
});

describe('GraphQL', () => {
  test('values cannot be written into a document', () => {
    expect(() => gql`query { a(b: ${'x'}) }`).toThrow('Pass values as variables');
  });

  test('faults come in errors, the transport’s too', async () => {
    fetch.mockImplementation(() => answer([{ message: 'Session expired' }], 500));
    const provide = wire(graphql, {
      query: gql`
        query {
          uiapi
        }
      `,
    });
    await settled();
    expect(provide.mock.lastCall?.[0]).toMatchObject({
      data: undefined,
      errors: [{ message: 'Session expired' }],
    });
    fetch.mockImplementation(() => answer({ data: null, errors: [{ message: 'No field' }] }));
    expect(
      await executeMutation({
        query: gql`
          mutation {
            a
          }
        `,
      }),
    ).toMatchObject({ errors: [{ message: 'No field' }] });
  });

  test('many changes, one soon after the other, are read again once', async () => {
    fetch.mockImplementation(() => answer({ data: { uiapi: {} } }));
    const query = gql`
      query {
        uiapi
      }
    `;
    wire(graphql, { query });
    await settled();
    fetch.mockClear();
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    for (let batch = 0; batch < 5; batch += 1) {
      announceRecordChange([ID]);
      await jest.advanceTimersByTimeAsync(99);
    }
    expect(fetch).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(fetch).toHaveBeenCalledTimes(1);
    announceRecordChange([ID]);
    for (const adapter of started.splice(0)) adapter.disconnect();
    await jest.advanceTimersByTimeAsync(100);
    expect(fetch).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
  });

  test('a wire can be asked to read again', async () => {
    fetch.mockImplementation(() => answer({ data: { uiapi: {} }, errors: [] }));
    const provide = wire(graphql, {
      query: gql`
        query {
          uiapi
        }
      `,
    });
    await settled();
    const { refresh, errors } = provide.mock.lastCall![0] as {
      refresh: () => Promise<void>;
      errors: unknown;
    };
    expect(errors).toBeUndefined();
    await refresh();
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});
