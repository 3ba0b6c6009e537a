import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { Connection, OAuth2 } from 'jsforce';
import { CONSUMER_KEY, CONSUMER_SECRET, oauthOrg, type OAuthOrg } from './oauth/oauth-org.ts';
import { createServer } from './server.ts';

let kit: OAuthOrg;
let server: Server;
let connection: Connection;

beforeAll(async () => {
  kit = await oauthOrg();
  server = createServer(kit.org).listen(0, '127.0.0.1');
  await once(server, 'listening');
  connection = new Connection({
    instanceUrl: kit.org.baseUrl(),
    accessToken: kit.org.sessions.open(kit.org.adminId),
    version: '66.0',
  });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  kit.org.close();
});

describe('jsforce, the client that the companion uses', () => {
  test('logs in by client credentials and knows who it is', async () => {
    const own = new Connection({
      version: '66.0',
      oauth2: new OAuth2({
        loginUrl: kit.org.baseUrl(),
        clientId: CONSUMER_KEY,
        clientSecret: CONSUMER_SECRET,
      }),
    });
    await own.authorize({ grant_type: 'client_credentials' });
    expect(await own.identity()).toMatchObject({ username: kit.integration().username });
  });

  test('describes an object with its fields and the list of objects', async () => {
    const account = await connection.describe('Account');
    const key = account.fields.find(({ name }) => name === 'Key__c');
    expect(key).toMatchObject({
      type: 'string',
      length: 20,
      externalId: true,
      unique: true,
      updateable: true,
    });
    expect(account.childRelationships.map(({ relationshipName }) => relationshipName)).toContain('Visits__r');
    const { sobjects } = await connection.describeGlobal();
    expect(sobjects.map(({ name }) => name)).toEqual(expect.arrayContaining(['Account', 'Visit__c']));
  });

  test('creates, retrieves, updates and deletes one record', async () => {
    const made = await connection.create('Account', { Name: 'Acme', Tier__c: 'Gold' });
    const id = String(made.id);
    await connection.update('Account', { Id: id, Name: 'Acme Inc' });
    expect(await connection.retrieve('Account', id)).toMatchObject({ Name: 'Acme Inc', Tier__c: 'Gold' });
    expect(await connection.retrieve('Account', [id], { fields: ['Name'] })).toMatchObject([
      { Name: 'Acme Inc' },
    ]);
    await connection.destroy('Account', id);
    await expect(connection.retrieve('Account', id)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  test('upserts one and many by external id, and queries them', async () => {
    expect(await connection.upsert('Account', { Key__c: 'J-1', Name: 'One' }, 'Key__c')).toMatchObject({
      success: true,
    });
    const many = await connection.upsert(
      'Account',
      [
        { Key__c: 'J-1', Name: 'One again' },
        { Key__c: 'J-2', Name: 'Two' },
        { Key__c: 'J-3', Name: 'Three', Tier__c: 'Lead' },
      ],
      'Key__c',
    );
    expect(many.map(({ success }) => success)).toEqual([true, true, false]);
    expect(many[2]?.errors).toMatchObject([
      { statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', fields: ['Tier__c'] },
    ]);
    const { records } = await connection.query(
      "SELECT Name FROM Account WHERE Key__c LIKE 'J-%' ORDER BY Key__c",
    );
    expect(records.map(({ Name }) => Name)).toEqual(['One again', 'Two']);
  });

  test('splits a long list by two hundred, and tells each record its outcome', async () => {
    const records = Array.from({ length: 201 }, (_, index) => ({ Name: `Bulk ${index}` }));
    await expect(connection.create('Account', records)).rejects.toMatchObject({
      errorCode: 'EXCEEDED_ID_LIMIT',
    });
    const results = await connection.create('Account', records, { allowRecursive: true });
    expect(results.filter(({ success }) => success)).toHaveLength(201);
  });

  test('hears which records changed and which were deleted', async () => {
    const made = await connection.create('Account', { Name: 'Short-lived' });
    await connection.destroy('Account', String(made.id));
    const from = new Date(Date.now() - 60_000).toISOString();
    const to = new Date(Date.now() + 60_000).toISOString();
    const { deletedRecords } = await connection.deleted('Account', from, to);
    expect(deletedRecords.map(({ id }) => id)).toContain(made.id);
    expect((await connection.updated('Account', from, to)).ids).not.toContain(made.id);
  });

  test('learns what it did wrong', async () => {
    await expect(connection.create('Account', {})).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Name]',
    });
    await expect(connection.query('SELECT Id FROM ScratchOrgInfo')).rejects.toMatchObject({
      errorCode: 'INVALID_TYPE',
    });
    expect(connection.limitInfo.apiUsage).toMatchObject({ limit: 115_000 });
  });
});
