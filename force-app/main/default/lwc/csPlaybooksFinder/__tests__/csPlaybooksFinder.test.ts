import USER_ID from '@salesforce/user/Id';
import CsPlaybooksFinder from 'c/csPlaybooksFinder';
import { render, settle } from 'test/render';
import { graphqlWire } from 'test/wires';

async function search(result: object): Promise<unknown[]> {
  const properties = { accountId: '001', since: '2026-11-23T11:59:00.000Z' };
  const element = await render('c-cs-playbooks-finder', CsPlaybooksFinder, properties);
  const found: unknown[] = [];
  element.addEventListener('found', (event) => found.push((event as CustomEvent).detail));
  graphqlWire.emit(result as never);
  graphqlWire.emit(result as never);
  await settle();
  return found;
}

test('finds what the user herself has logged about the account, and tells it once', async () => {
  const node = {
    Id: '00T1',
    Subject: { value: 'Call' },
    CreatedDate: { value: '2026-11-23T12:00:00.000Z' },
  };
  expect(await search({ data: { uiapi: { query: { Task: { edges: [{ node }] } } } } })).toEqual([
    {
      activities: [{ id: '00T1', subject: 'Call', createdAt: '2026-11-23T12:00:00.000Z' }],
      errors: undefined,
    },
  ]);
  expect(graphqlWire.getLastConfig().variables).toEqual({
    accountId: '001',
    since: '2026-11-23T11:59:00.000Z',
    userId: USER_ID,
  });
});

test('tells where activities cannot be read', async () => {
  const errors = [{ message: 'no activities' }];
  expect(await search({ data: {}, errors })).toEqual([{ activities: [], errors }]);
});
