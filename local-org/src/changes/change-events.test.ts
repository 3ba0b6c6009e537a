import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { Connection } from 'jsforce';
import { deployFiles } from '../metadata/testing/deploy-files.ts';
import { customerOrg, type CustomerOrg } from '../records/customer-org.ts';
import { createServer } from '../server.ts';
import { listen, type Listener } from './testing/listen.ts';

const HOUR_MS = 3_600_000;
const CHANNEL = '/data/Team__chn';
const OBJECT_CHANNEL = '/data/AccountChangeEvent';

const member = (channel: string, event: string) =>
  `<eventChannel>${channel}</eventChannel><selectedEntity>${event}</selectedEntity>`;

let kit: CustomerOrg;
let server: Server;
const time = { now: new Date('2026-11-22T10:00:00.000Z') };
const opened: Listener[] = [];

beforeAll(async () => {
  kit = customerOrg({ now: () => time.now });
  const { problems } = await deployFiles(
    {
      'platformEventChannels/Team__chn.platformEventChannel':
        '<channelType>data</channelType><label>Team</label>',
      'platformEventChannelMembers/Team_chn_Account.platformEventChannelMember': member(
        'Team__chn',
        'AccountChangeEvent',
      ),
      'platformEventChannelMembers/Team_chn_Wish.platformEventChannelMember': member(
        'Team__chn',
        'Wish__ChangeEvent',
      ),
      'platformEventChannelMembers/Team_chn_Task.platformEventChannelMember': member(
        'Team__chn',
        'TaskChangeEvent',
      ),
      'platformEventChannelMembers/ChangeEvents_Account.platformEventChannelMember': member(
        'ChangeEvents',
        'AccountChangeEvent',
      ),
    },
    {},
    kit.org,
  );
  expect(problems).toEqual([]);
  server = createServer(kit.org).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const listener of opened.splice(0)) await listener.close();
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  kit.org.close();
});

const connect = (userId = kit.org.adminId) =>
  new Connection({
    instanceUrl: kit.org.baseUrl(),
    accessToken: kit.org.sessions.open(userId),
    version: '66.0',
  });

function open(channel: string, replayId = -1, connection = connect()): Listener {
  const listener = listen(connection, channel, replayId);
  opened.push(listener);
  return listener;
}

async function subscribe(channel: string, replayId = -1, connection = connect()): Promise<Listener> {
  const listener = open(channel, replayId, connection);
  await listener.subscribed;
  return listener;
}

describe('a change event', () => {
  test('of a new record carries who made it, by which API, and every field that is not empty', async () => {
    const listener = await subscribe(CHANNEL);
    const connection = connect();
    const { id } = await connection.create('Account', { Name: 'Acme', Tier__c: 'Gold', BillingCity: 'Oslo' });

    const { payload, event } = await listener.next();
    expect(payload.ChangeEventHeader).toEqual({
      entityName: 'Account',
      recordIds: [id],
      changeType: 'CREATE',
      changeOrigin: 'com/salesforce/api/rest/66.0',
      transactionKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sequenceNumber: 1,
      commitTimestamp: time.now.getTime(),
      commitNumber: expect.any(Number),
      commitUser: kit.org.adminId,
      changedFields: [],
    });
    expect(payload).toMatchObject({ Name: 'Acme', Tier__c: 'Gold', BillingAddress: { City: 'Oslo' } });
    expect(payload).toMatchObject({ CreatedDate: '2026-11-22T10:00:00.000Z', Low_Usage__c: false });
    for (const left of ['Id', 'SystemModstamp', 'IsDeleted', 'Fax', 'BillingCity']) {
      expect(payload).not.toHaveProperty(left);
    }
    expect(event.replayId).toBeGreaterThan(0);
  });

  test('of an update carries what changed and nothing else, of a deletion nothing at all', async () => {
    const id = kit.create('Account', { Name: 'Beta', Tier__c: 'Gold', Phone: '1' });
    const listener = await subscribe(OBJECT_CHANNEL);
    const connection = connect();
    await connection.update('Account', { Id: id, Tier__c: null, Phone: '1', BillingCity: 'Bergen' });
    await connection.destroy('Account', id);

    const { payload } = await listener.next();
    const { ChangeEventHeader: header, ...body } = payload;
    expect(header).toMatchObject({
      changeType: 'UPDATE',
      changedFields: ['BillingAddress.City', 'LastModifiedDate', 'Tier__c'],
    });
    expect(Object.keys(body).sort()).toEqual(['BillingAddress', 'LastModifiedDate', 'Tier__c']);
    expect(body).toMatchObject({ Tier__c: null, BillingAddress: { City: 'Bergen' } });
    const deleted = await listener.next();
    expect(deleted.payload).toEqual({ ChangeEventHeader: expect.objectContaining({ changeType: 'DELETE' }) });
  });

  test('is one for each record of a transaction, and none of a transaction that is undone', async () => {
    const listener = await subscribe(CHANNEL);
    const id = kit.create('Account', { Name: 'Before' });
    expect(() =>
      kit.org.records.transaction(() => {
        kit.create('Account', { Name: 'Undone' });
        throw new Error('undo');
      }),
    ).toThrow('undo');
    kit.org.records.transaction(() => {
      kit.org.records.update(kit.admin(), 'Account', id, { Phone: '1' });
      kit.org.records.update(kit.admin(), 'Account', id, { Phone: '2', Fax: '3' });
      kit.create('Account', { Name: 'Together' });
    });

    await listener.next();
    const [update, second] = [await listener.next(), await listener.next()];
    expect(update.payload).toMatchObject({ Phone: '2', Fax: '3' });
    expect(second.payload).toMatchObject({ Name: 'Together', ChangeEventHeader: { sequenceNumber: 2 } });
    const keys = [update, second].map(({ payload }) => payload.ChangeEventHeader['transactionKey']);
    expect(new Set(keys).size).toBe(1);
  });

  test('names the client that named itself, and Lightning for the org’s own pages', async () => {
    const listener = await subscribe(CHANNEL);
    const named = new Connection({
      ...{ instanceUrl: kit.org.baseUrl(), accessToken: kit.org.sessions.open(kit.org.adminId) },
      ...{ version: '66.0', callOptions: { client: 'Tenure' } },
    });
    await named.create('Account', { Name: 'By a client' });
    const { payload } = await listener.next();
    expect(payload.ChangeEventHeader['changeOrigin']).toBe('com/salesforce/api/rest/66.0;client=Tenure');

    const sid = encodeURIComponent(kit.org.sessions.open(kit.org.adminId));
    const { status } = await fetch(`${kit.org.baseUrl()}/services/data/v66.0/ui-api/records`, {
      method: 'POST',
      headers: { cookie: `sid=${sid}`, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ apiName: 'Account', fields: { Name: 'By a page' } }),
    });
    expect(status).toBe(201);
    const ofPage = (await listener.next()).payload.ChangeEventHeader;
    expect(ofPage['changeOrigin']).toBe('com/salesforce/api/soap/66.0;client=SfdcInternalAPI/');
  });

  test('too large for a message is a gap event: it says that something changed, not what', async () => {
    const large = 'x'.repeat(131_072);
    const fields = Array.from({ length: 8 }, (_, index) => `Long_${index}__c`);
    kit.org.records.transaction(() => {
      for (const name of fields) {
        kit.org.schemaWriter.saveField('Wish__c', {
          ...{ name, label: name, type: 'textarea', custom: true, length: 131_072, longText: true },
          ...{ nillable: true, createable: true, updateable: true },
        });
      }
      kit.org.permissionSets.savePermissionSet({
        ...{ name: 'Long', label: 'Long', objectPermissions: [], systemPermissions: [], tabSettings: [] },
        fieldPermissions: fields.map((name) => ({
          field: `Wish__c.${name}`,
          readable: true,
          editable: true,
        })),
        applicationVisibilities: [],
      });
    });
    const [set] = kit.org.queries.soql(
      kit.admin(),
      "SELECT Id FROM PermissionSet WHERE Name = 'Long'",
    ).records;
    kit.create('PermissionSetAssignment', { AssigneeId: kit.org.adminId, PermissionSetId: String(set?.Id) });
    const listener = await subscribe(CHANNEL);
    kit.create('Wish__c', { Name: 'All', ...Object.fromEntries(fields.map((name) => [name, large])) });

    const { payload } = await listener.next();
    expect(payload).toEqual({ ChangeEventHeader: expect.objectContaining({ changeType: 'GAP_CREATE' }) });
  });
});

describe('rights', () => {
  test('hold events back on a channel of several objects, and refuse the channel of one', async () => {
    const reader = kit.addUser('reader');
    await expect(subscribe(OBJECT_CHANNEL, -1, connect(reader().userId))).rejects.toThrow('create_denied');
    kit.org.permissionSets.savePermissionSet({
      ...{ name: 'SeeWishes', label: 'See Wishes', fieldPermissions: [], systemPermissions: [] },
      ...{ tabSettings: [], applicationVisibilities: [] },
      objectPermissions: [
        {
          object: 'Wish__c',
          read: true,
          create: false,
          edit: false,
          delete: false,
          viewAll: true,
          modifyAll: false,
        },
      ],
    });
    const [set] = kit.org.queries.soql(
      kit.admin(),
      "SELECT Id FROM PermissionSet WHERE Name = 'SeeWishes'",
    ).records;
    kit.create('PermissionSetAssignment', { AssigneeId: reader().userId, PermissionSetId: String(set?.Id) });
    const listener = await subscribe(CHANNEL, -1, connect(reader().userId));
    kit.create('Account', { Name: 'Not for her' });
    kit.create('Task', { Subject: 'Takes View All Data' });
    kit.create('Wish__c', { Name: 'For her' });
    expect((await listener.next()).payload).toMatchObject({ Name: 'For her' });
  });

  test('leave out fields that the subscriber may not read', async () => {
    const reader = kit.addUser('narrow', { editor: false });
    kit.grantSystemPermission(reader().userId, 'ViewAllData');
    const listener = await subscribe(OBJECT_CHANNEL, -1, connect(reader().userId));
    kit.create('Account', { Name: 'Seen', Tier__c: 'Gold' });
    const { payload } = await listener.next();
    expect(payload).toMatchObject({ Name: 'Seen' });
    expect(payload).not.toHaveProperty('Tier__c');
  });
});

describe('a replay id', () => {
  const make = (name: string) => kit.create('Account', { Name: name });

  test('continues after its event, −2 begins with the oldest that is kept, −1 with what comes', async () => {
    const first = await subscribe(CHANNEL);
    make('R1');
    const { event } = await first.next();
    make('R2');
    const [after, all, fresh] = [
      await subscribe(CHANNEL, event.replayId),
      await subscribe(CHANNEL, -2),
      await subscribe(CHANNEL),
    ];
    make('R3');
    expect((await after.next()).payload).toMatchObject({ Name: 'R2' });
    expect((await all.next()).event.replayId).toBeLessThan(event.replayId);
    expect((await fresh.next()).payload).toMatchObject({ Name: 'R3' });
  });

  test('is refused once its event is older than three days, and when it never was one', async () => {
    const first = await subscribe(CHANNEL);
    make('Old');
    const { replayId } = (await first.next()).event;
    for (const bad of [replayId + 1000, 0]) {
      await expect(subscribe(CHANNEL, bad)).rejects.toThrow(
        `400::The replayId {${bad}} you provided was invalid`,
      );
    }
    const before = time.now;
    time.now = new Date(before.getTime() + 72 * HOUR_MS);
    await expect(subscribe(CHANNEL, replayId)).resolves.toBeDefined();
    time.now = new Date(before.getTime() + 72 * HOUR_MS + 1);
    await expect(subscribe(CHANNEL, replayId)).rejects.toThrow('400::The replayId');
    make('New');
    const all = await subscribe(CHANNEL, -2);
    expect((await all.next()).payload).toMatchObject({ Name: 'New' });
  });
});

describe('a channel', () => {
  test.each([
    ['of an object that is not selected', '/data/ContactChangeEvent', 'does not exist'],
    ['of an object that only a channel of its own carries', '/data/Wish__ChangeEvent', 'does not exist'],
    ['that is nowhere', '/data/Nowhere__chn', 'does not exist'],
    ['in the wrong case', '/data/team__chn', 'does not exist'],
    ['of another kind', '/event/Order__e', '501::The local org does not model platform events'],
  ])('%s is refused', async (_what, channel, message) => {
    await expect(subscribe(channel)).rejects.toThrow(message);
  });
});

describe('a login', () => {
  test('that has ended ends the connection that is being held, and lets none begin', async () => {
    const connection = connect();
    const listener = await subscribe(CHANNEL, -1, connection);
    kit.org.sessions.revoke(String(connection.accessToken));
    expect(await listener.cutOff).toMatchObject({
      channel: '/meta/connect',
      error: '401::Authentication invalid',
      advice: { reconnect: 'none' },
    });
    const late = listen(connection, CHANNEL, -1);
    expect(await late.cutOff).toMatchObject({
      channel: '/meta/handshake',
      error: '403::Handshake denied',
      ext: { sfdc: { failureReason: '401::Authentication invalid' } },
    });
  });
});
