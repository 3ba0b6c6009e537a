import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { announceRecordChange } from '../../platform/recordEvents/recordEvents.ts';
import { getListUi } from '../uiListApi/uiListApi.ts';
import { getListInfoByName, getListRecordsByName } from './uiListsApi.ts';

interface Adapter {
  connect(): void;
  disconnect(): void;
  update(config: object): void;
}

const ROOT = '/services/data/v66.0/ui-api';
const LIST = { objectApiName: 'Account', listViewApiName: 'AllAccounts' };
const fetch = jest.fn<typeof globalThis.fetch>();
const original = globalThis.fetch;
const settled = () => new Promise((resolve) => setTimeout(resolve));
const started: Adapter[] = [];

beforeEach(() => {
  globalThis.fetch = fetch;
  fetch.mockImplementation(async () => new Response('{"records":[],"lists":[]}'));
});
afterEach(() => {
  for (const adapter of started.splice(0)) adapter.disconnect();
  fetch.mockReset();
  globalThis.fetch = original;
});

async function ask(Source: unknown, config: object) {
  const provide = jest.fn<(value: { data?: unknown; error?: unknown }) => void>();
  const adapter = new (Source as new (provide: unknown) => Adapter)(provide);
  started.push(adapter);
  adapter.connect();
  adapter.update(config);
  await settled();
  return { path: String(fetch.mock.lastCall?.[0] ?? ''), result: provide.mock.lastCall?.[0] };
}

test.each([
  ['list info', getListInfoByName, LIST, '/list-info/Account/AllAccounts'],
  ['the lists of an object', getListUi, { objectApiName: 'Account' }, '/list-ui/Account'],
  ['a list with its records', getListUi, { ...LIST, pageSize: 5 }, '/list-ui/Account/AllAccounts?pageSize=5'],
  [
    'records, sorted by a qualified name',
    getListRecordsByName,
    { ...LIST, fields: ['Account.Name', 'Account.Phone'], sortBy: ['-Account.Name'] },
    '/list-records/Account/AllAccounts?fields=Account.Name%2CAccount.Phone&sortBy=-Name',
  ],
])('%s is asked of UI API', async (_, source, config, path) => {
  expect((await ask(source, config)).path).toBe(ROOT + path);
});

test('records are asked for again when one may have come into the list', async () => {
  await ask(getListRecordsByName, LIST);
  announceRecordChange(['001000000000001AAA']);
  await settled();
  expect(fetch).toHaveBeenCalledTimes(2);
});

test('a search inside a list is refused, as the org would not apply it', async () => {
  const { result } = await ask(getListRecordsByName, { ...LIST, searchTerm: 'x' });
  expect(String(result?.error)).toContain('not modelled');
  expect(fetch).not.toHaveBeenCalled();
});
