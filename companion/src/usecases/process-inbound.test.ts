import { describe, expect, test } from '@jest/globals';
import type { AnswerEvent, Sender, TicketEvent } from './inbound-ports.ts';
import { processInbound } from './process-inbound.ts';
import { MemoryDirectory } from './testing/memory-directory.ts';
import { MemoryInbound } from './testing/memory-inbound.ts';
import { ORG, setup as setupOrg } from './testing/setup.ts';

const NORTH = '001000000000001AAA';
const SOUTH = '001000000000002AAA';
const NOBODY: Sender = { accountId: null, accountKeys: [], email: null, name: null, company: null };

const ticket = (more: Partial<TicketEvent> = {}): TicketEvent => ({
  kind: 'ticket',
  key: 'zendesk:1',
  changedAt: '2026-11-22T08:00:00.000Z',
  sender: { ...NOBODY, accountKeys: ['north'] },
  subject: 'Sync fails',
  status: 'Working',
  ...more,
});
const answer = (more: Partial<AnswerEvent> = {}): AnswerEvent => ({
  kind: 'answer',
  key: 'typeform:1',
  changedAt: '2026-11-22T08:00:00.000Z',
  sender: { ...NOBODY, email: 'ann@north.example' },
  score: 4,
  comment: 'Slow',
  survey: 'Q4',
  source: 'Typeform',
  respondedOn: '2026-11-22',
  ...more,
});

function setup() {
  const { org, store, time, deps } = setupOrg();
  const inbound = new MemoryInbound();
  const directory = new MemoryDirectory(org);
  directory.accounts.push(
    { id: NORTH, key: 'north', name: 'Northwind' },
    { id: SOUTH, key: 'south', name: 'Southridge' },
  );
  directory.contacts.push({ id: '003A', accountId: NORTH, email: 'ann@north.example' });
  org.put(NORTH);
  org.put(SOUTH);
  const all = { ...deps, finder: directory, store: Object.assign(store, inbound) };
  const hear = (...events: (TicketEvent | AnswerEvent)[]) => inbound.keepEvents(ORG.orgId, events, time.now);
  const later = (minutes: number) =>
    (time.now = new Date(Date.parse(time.now) + minutes * 60_000).toISOString());
  return {
    org,
    store: all.store,
    inbound,
    directory,
    hear,
    later,
    process: () => processInbound(ORG.orgId, all),
  };
}

describe('a ticket', () => {
  test('becomes a case of the account that its organisation names, and the account is scored at once', async () => {
    const { org, hear, process } = setup();
    await hear(ticket({ satisfaction: 'Bad', openedOn: '2026-11-01', url: 'https://desk.example/1' }));
    expect(await process()).toEqual({ filed: 1, held: 0, queued: 0 });
    expect(org.cases.get('zendesk:1')).toEqual({
      AccountId: NORTH,
      Subject: 'Sync fails',
      Status: 'Working',
      CS_Satisfaction__c: 'Bad',
      CS_Opened_On__c: '2026-11-01',
      CS_Ticket_URL__c: 'https://desk.example/1',
    });
    expect(org.reads).toEqual([[NORTH]]);
  });

  test('is found by the address of whoever opened it', async () => {
    const { org, hear, process } = setup();
    await hear(ticket({ sender: { ...NOBODY, email: 'ann@north.example' } }));
    await process();
    expect(org.cases.get('zendesk:1')).toMatchObject({ AccountId: NORTH });
  });

  test('is held while it has no account, and filed once the account is there', async () => {
    const { org, inbound, directory, hear, later, process } = setup();
    await hear(ticket({ sender: { ...NOBODY, accountKeys: ['west'], email: 'x@west.example' } }));
    expect(await process()).toEqual({ filed: 0, held: 1, queued: 0 });
    expect([...inbound.rows.values()][0]).toMatchObject({
      state: 'held',
      reason: 'No account has the external key west, no contact with an account has its address',
    });
    directory.accounts[1]!.key = 'west';
    expect(await process()).toEqual({ filed: 0, held: 0, queued: 0 });
    later(15);
    expect(await process()).toEqual({ filed: 1, held: 0, queued: 0 });
    expect(org.cases.get('zendesk:1')).toMatchObject({ AccountId: SOUTH });
  });

  test('is held when its address belongs to contacts of two accounts', async () => {
    const { inbound, directory, hear, process } = setup();
    directory.contacts.push({ id: '003B', accountId: SOUTH, email: 'ann@north.example' });
    await hear(ticket({ sender: { ...NOBODY, email: 'ann@north.example' } }));
    expect(await process()).toMatchObject({ held: 1 });
    expect([...inbound.rows.values()][0]?.reason).toBe('Its address belongs to contacts of 2 accounts');
  });

  test('keeps the account that a person gave its case', async () => {
    const { org, hear, process } = setup();
    org.cases.set('zendesk:1', { AccountId: SOUTH });
    await hear(ticket());
    await process();
    expect(org.cases.get('zendesk:1')).toMatchObject({ AccountId: SOUTH, Subject: 'Sync fails' });
  });

  test('is not set back by an event that is older, and keeps what an event does not say', async () => {
    const { org, hear, process } = setup();
    await hear(ticket({ status: 'Closed', changedAt: '2026-11-22T08:30:00.000Z', satisfaction: 'Good' }));
    await hear(ticket({ status: 'Working', changedAt: '2026-11-22T08:10:00.000Z' }));
    await hear(ticket({ status: 'Closed', changedAt: '2026-11-22T08:40:00.000Z' }));
    await process();
    expect(org.cases.get('zendesk:1')).toMatchObject({ Status: 'Closed', CS_Satisfaction__c: 'Good' });
  });

  test('is written once, however often the same is heard', async () => {
    const { org, hear, process } = setup();
    await hear(ticket());
    await process();
    await hear(ticket());
    await process();
    await hear(ticket());
    await process();
    // The first write of a record that was not there, and one more that finds it there.
    expect(org.writes.filter(({ object }) => object === 'Case').length).toBeLessThanOrEqual(2);
  });
});

describe('an answer', () => {
  test('becomes a response of the account of its contact, and names the contact', async () => {
    const { org, hear, process } = setup();
    await hear(answer());
    expect(await process()).toEqual({ filed: 1, held: 0, queued: 0 });
    expect(org.responseAccounts.get('typeform:1')).toBe(NORTH);
    expect(org.responses.get('typeform:1')).toEqual({
      CS_Score__c: 4,
      CS_Responded_On__c: '2026-11-22',
      CS_Survey__c: 'Q4',
      CS_Comment__c: 'Slow',
      CS_Contact__c: '003A',
    });
  });

  test('that matches no account waits in the inbox, with the accounts it may belong to and why', async () => {
    const { org, hear, process } = setup();
    await hear(answer({ sender: { ...NOBODY, email: 'bob@north.example', name: 'Bob' } }));
    expect(await process()).toEqual({ filed: 0, held: 0, queued: 1 });
    expect(org.inbox.get('typeform:1')).toMatchObject({ CS_Email__c: 'bob@north.example', CS_Score__c: 4 });
    expect(org.inbox.get('typeform:1')).not.toHaveProperty('CS_Status__c');
    expect(JSON.parse(String(org.inbox.get('typeform:1')?.['CS_Suggestions__c']))).toEqual([
      { accountId: NORTH, name: 'Northwind', why: '1 contact has an address at north.example.' },
    ]);
  });

  test('that waited is filed when its contact appears, and leaves the inbox', async () => {
    const { org, directory, hear, later, process } = setup();
    await hear(answer({ sender: { ...NOBODY, email: 'bob@south.example' } }));
    await process();
    directory.contacts.push({ id: '003C', accountId: SOUTH, email: 'bob@south.example' });
    later(60);
    expect(await process()).toMatchObject({ filed: 1 });
    expect(org.inbox.get('typeform:1')).toMatchObject({ CS_Status__c: 'Assigned', CS_Account__c: SOUTH });
    expect(org.responseAccounts.get('typeform:1')).toBe(SOUTH);
  });

  test('that a person assigned takes news of it to the response she made', async () => {
    const { org, hear, process } = setup();
    const sender = { ...NOBODY, email: 'bob@else.example' };
    await hear(answer({ sender, comment: null }));
    await process();
    Object.assign(org.inbox.get('typeform:1')!, { CS_Status__c: 'Assigned', CS_Account__c: SOUTH });
    org.responses.set('typeform:1', { CS_Score__c: 4 });
    org.responseAccounts.set('typeform:1', SOUTH);
    await hear(answer({ sender, comment: 'Too slow', changedAt: '2026-11-22T08:05:00.000Z' }));
    expect(await process()).toMatchObject({ filed: 1 });
    expect(org.responses.get('typeform:1')).toMatchObject({ CS_Comment__c: 'Too slow' });
    expect(org.responseAccounts.get('typeform:1')).toBe(SOUTH);
  });

  test('that was assigned while the page was closed too soon gets its response all the same', async () => {
    const { org, hear, later, process } = setup();
    await hear(answer({ sender: { ...NOBODY, email: 'bob@else.example' } }));
    await process();
    Object.assign(org.inbox.get('typeform:1')!, { CS_Status__c: 'Assigned', CS_Account__c: SOUTH });
    later(60);
    await process();
    expect(org.responseAccounts.get('typeform:1')).toBe(SOUTH);
  });

  test('that a person dismissed stays dismissed', async () => {
    const { org, hear, process } = setup();
    const sender = { ...NOBODY, email: 'bob@else.example' };
    await hear(answer({ sender }));
    await process();
    org.inbox.get('typeform:1')!['CS_Status__c'] = 'Dismissed';
    await hear(answer({ sender, comment: 'More', changedAt: '2026-11-22T08:05:00.000Z' }));
    await process();
    expect(org.inbox.get('typeform:1')).toMatchObject({ CS_Status__c: 'Dismissed', CS_Comment__c: 'More' });
    expect(org.responses.size).toBe(0);
  });

  test('outlives the account that it was filed under: it waits in the inbox again', async () => {
    const { org, inbound, directory, hear, later, process } = setup();
    await hear(answer());
    await process();
    directory.accounts.splice(0, 1);
    directory.contacts.splice(0, 1);
    org.responses.clear();
    org.responseAccounts.clear();
    inbound.knownAccounts = [SOUTH];
    later(10);
    expect(await process()).toMatchObject({ queued: 1 });
    expect(org.inbox.get('typeform:1')).toMatchObject({ CS_Score__c: 4, CS_Comment__c: 'Slow' });
  });

  test('of an account that the companion has not read yet stays where it is', async () => {
    const { org, inbound, hear, later, process } = setup();
    await hear(answer());
    await process();
    inbound.knownAccounts = [];
    later(10);
    expect(await process()).toEqual({ filed: 0, held: 0, queued: 0 });
    expect(org.inbox.size).toBe(0);
  });
});

test('what comes in while an event is being filed is not lost', async () => {
  const { org, store, hear, process } = setup();
  await hear(ticket());
  const settle = store.settleInbound;
  store.settleInbound = async (...args) => {
    store.settleInbound = settle;
    await hear(ticket({ subject: 'Sync fails again', changedAt: '2026-11-22T08:20:00.000Z' }));
    return settle(...args);
  };
  await process();
  expect(org.cases.get('zendesk:1')).toMatchObject({ Subject: 'Sync fails again' });
});

test('an org that is away loses nothing', async () => {
  const { org, directory, hear, later, process } = setup();
  await hear(ticket());
  const { findFiled } = directory;
  directory.findFiled = () => Promise.reject(new Error('the org is away'));
  await expect(process()).rejects.toThrow('the org is away');
  directory.findFiled = findFiled;
  later(2);
  expect(await process()).toMatchObject({ filed: 1 });
  expect(org.cases.size).toBe(1);
});
