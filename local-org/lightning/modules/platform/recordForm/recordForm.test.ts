import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { RecordFormModel, type FormField, type FormState } from './recordForm.ts';
import { announceRecordChange } from 'platform/recordEvents';

const ID = '001000000000001AAA';
const INFO = {
  apiName: 'Account',
  nameFields: ['Name'],
  defaultRecordTypeId: null,
  fields: { Name: { apiName: 'Name', dataType: 'String' }, Phone: { apiName: 'Phone', dataType: 'Phone' } },
};

const original = globalThis.fetch;
const settled = () => new Promise((resolve) => setTimeout(resolve));
/** The requests for the record that wait for an answer, oldest first. */
const waiting: { url: string; answer: (fields: Record<string, string>) => void }[] = [];

beforeEach(() => {
  globalThis.fetch = ((url: string) => {
    if (url.includes('/object-info/')) return Promise.resolve(new Response(JSON.stringify(INFO)));
    return new Promise((resolve) => {
      const answer = (fields: Record<string, string>): void => {
        const values = Object.entries(fields).map(([name, value]) => [name, { value, displayValue: null }]);
        const record = { apiName: 'Account', id: ID, fields: Object.fromEntries(values) as object };
        resolve(new Response(JSON.stringify(record)));
      };
      waiting.push({ url, answer });
    });
  }) as typeof fetch;
});

afterEach(() => {
  waiting.length = 0;
  globalThis.fetch = original;
});

function fieldOf(name: string) {
  const show = jest.fn<(state: FormState) => void>();
  const field: FormField = { name: () => name, show, isConnected: () => true };
  return { field, shown: () => show.mock.calls.map(([{ record }]) => record?.fields[name]?.value) };
}

function start() {
  const onLoad = jest.fn();
  const onError = jest.fn();
  const model = new RecordFormModel(onLoad, onError);
  model.connect();
  model.aim({ recordId: ID, objectApiName: 'Account' });
  return { model, onLoad, onError };
}

test('an answer that comes after a newer question is not shown', async () => {
  const { model, onLoad } = start();
  const { field, shown } = fieldOf('Name');
  model.register(field);
  await settled();
  announceRecordChange([ID]);
  await settled();
  waiting[1]?.answer({ Name: 'After' });
  waiting[0]?.answer({ Name: 'Before' });
  await settled();
  model.disconnect();
  expect(shown()).toEqual(['After']);
  expect(onLoad).toHaveBeenCalledTimes(1);
});

test('a field that comes while the record is read is not shown a record without it', async () => {
  const { model } = start();
  const [name, phone] = [fieldOf('Name'), fieldOf('Phone')];
  model.register(name.field);
  await settled();
  model.register(phone.field);
  await settled();
  waiting[0]?.answer({ Name: 'Acme' });
  await settled();
  expect(phone.shown()).toEqual([]);
  waiting[1]?.answer({ Name: 'Acme', Phone: '555' });
  await settled();
  model.disconnect();
  expect(phone.shown()).toEqual(['555']);
});

test('a form that has left the page takes no answer', async () => {
  const { model, onLoad } = start();
  model.register(fieldOf('Name').field);
  await settled();
  model.disconnect();
  waiting[0]?.answer({ Name: 'Acme' });
  await settled();
  expect(onLoad).not.toHaveBeenCalled();
});
