import { describe, expect, test } from '@jest/globals';
import { readDatabaseLocation, readEnv } from './env.ts';

const GOOD = {
  SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com/',
  SALESFORCE_CLIENT_ID: 'id',
  SALESFORCE_CLIENT_SECRET: 'hunter2',
};
const JWT = {
  ...GOOD,
  SALESFORCE_CLIENT_SECRET: '',
  SALESFORCE_USERNAME: 'a@b.example',
  SALESFORCE_JWT_KEY_FILE: 'k',
};

describe('readEnv', () => {
  test('fills in everything that has a default', () => {
    expect(readEnv(GOOD)).toEqual({
      salesforce: {
        home: {
          loginUrl: 'https://acme.my.salesforce.com',
          credentials: { flow: 'client-credentials', clientId: 'id', clientSecret: 'hunter2' },
        },
        apiVersion: '66.0',
        budgetPercent: 50,
        changeEvents: false,
        access: 'write-back',
      },
      database: { folder: expect.stringMatching(/\.tenure[/\\]companion$/) },
      http: { host: '127.0.0.1', port: 4610, requestsPerMinute: 600, publicUrl: 'http://localhost:4610' },
      leaseSeconds: 120,
      sync: { cron: '*/15 * * * *', onStart: true, requestPollSeconds: 15 },
      alerts: { cron: '*/5 * * * *', bellsPerHour: 5000, emailsPerDay: 500 },
      log: { level: 'info', format: 'json' },
      encryptionKeys: [],
    });
  });

  test('takes the keys of secrets in their order', () => {
    const [newer, older] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const text = `2026:${newer.toString('base64')}, 2025:${older.toString('base64url')}`;
    expect(readEnv({ ...GOOD, COMPANION_ENCRYPTION_KEYS: text }).encryptionKeys).toEqual([
      { id: '2026', bytes: newer },
      { id: '2025', bytes: older },
    ]);
  });

  test.each([
    'hunter2',
    `2026:${Buffer.alloc(31).toString('base64')}`,
    `:${Buffer.alloc(32).toString('base64')}`,
  ])('refuses a key that is not a name with 32 bytes, without repeating it', (text) => {
    const read = () => readEnv({ ...GOOD, COMPANION_ENCRYPTION_KEYS: text });
    expect(read).toThrow(/^COMPANION_ENCRYPTION_KEYS is not names with keys of 32 bytes; expected/);
    expect(read).not.toThrow(text);
  });

  test('listens to change events only when it is told to', () => {
    const read = (text: string) => readEnv({ ...GOOD, SALESFORCE_CHANGE_EVENTS: text }).salesforce;
    expect([read('on').changeEvents, read('off').changeEvents, read('').changeEvents]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('takes empty variables for not set', () => {
    expect(readEnv({ ...GOOD, COMPANION_PORT: '', LOG_LEVEL: ' ' })).toMatchObject({ http: { port: 4610 } });
  });

  test.each([
    ['https://acme.my.salesforce.com', 'https://login.salesforce.com'],
    ['https://acme--uat.sandbox.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://test.salesforce.com', 'https://test.salesforce.com'],
    ['http://localhost:4600', 'http://localhost:4600'],
  ])('takes for a JWT to %s the audience %s', (url, audience) => {
    const { home } = readEnv({ ...JWT, SALESFORCE_LOGIN_URL: url }).salesforce;
    expect(home?.credentials).toMatchObject({ flow: 'jwt-bearer', username: 'a@b.example', audience });
  });

  test('lets the audience be overruled', () => {
    const env = readEnv({ ...JWT, SALESFORCE_AUDIENCE: 'https://login.acme.example' });
    expect(env.salesforce.home?.credentials).toMatchObject({ audience: 'https://login.acme.example' });
  });

  test.each([
    [
      'SALESFORCE_LOGIN_URL',
      'acme',
      'SALESFORCE_LOGIN_URL is not an http or https URL; expected the My Domain URL',
    ],
    ['SALESFORCE_LOGIN_URL', '', 'SALESFORCE_LOGIN_URL is not set; expected the My Domain URL'],
    ['SALESFORCE_CLIENT_ID', '', 'SALESFORCE_CLIENT_ID is not set; expected the consumer key'],
    ['SALESFORCE_CLIENT_SECRET', '', 'SALESFORCE_CLIENT_SECRET is not set; expected the consumer secret'],
    [
      'SALESFORCE_API_VERSION',
      '66',
      'SALESFORCE_API_VERSION is not an API version; expected a version such as 66.0',
    ],
    [
      'DATABASE_URL',
      'mysql://x',
      'DATABASE_URL is not a PostgreSQL URL; expected a URL such as postgresql://',
    ],
    ['COMPANION_PORT', 'http', 'COMPANION_PORT is not a whole number; expected a port from 0 to 65535'],
    ['COMPANION_PORT', '70000', 'COMPANION_PORT is not between 0 and 65535; expected a port'],
    ['SYNC_CRON', 'hourly', 'SYNC_CRON is not a cron expression; expected five fields'],
    ['SYNC_ON_START', 'yes', 'SYNC_ON_START is not true or false; expected true or false'],
    ['REQUEST_POLL_SECONDS', '0', 'REQUEST_POLL_SECONDS is not between 1 and 3600; expected whole seconds'],
    ['SALESFORCE_CHANGE_EVENTS', 'yes', 'SALESFORCE_CHANGE_EVENTS is not on or off; expected on or off'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is not a log level; expected fatal, error'],
    ['LOG_FORMAT', 'xml', 'LOG_FORMAT is not json or pretty; expected json or pretty'],
  ])('says of %s = "%s" in one line what is wrong and what is expected', (name, value, line) => {
    expect(() => readEnv({ ...GOOD, [name]: value })).toThrow(line);
  });

  test('names all that is wrong, a line each, and repeats no value', () => {
    const read = () =>
      readEnv({ ...GOOD, SALESFORCE_LOGIN_URL: 'secret-host', COMPANION_PORT: 'secret-port' });
    expect(read).toThrow(/^SALESFORCE_LOGIN_URL is .*\nCOMPANION_PORT is .*$/);
    expect(read).not.toThrow(/secret/);
  });

  test('needs no org, but one that is named in part is a mistake', () => {
    expect(readEnv({}).salesforce).toMatchObject({ home: null, apiVersion: '66.0' });
    expect(readEnv({ SALESFORCE_LOGIN_URL: ' ' }).salesforce.home).toBeNull();
    expect(() => readEnv({ SALESFORCE_CLIENT_SECRET: 'hunter2' })).toThrow(
      /^SALESFORCE_LOGIN_URL is not set; .*\nSALESFORCE_CLIENT_ID is not set; /,
    );
  });

  test('names the half of the JWT credentials that is missing', () => {
    expect(() => readEnv({ ...JWT, SALESFORCE_JWT_KEY_FILE: '' })).toThrow(
      /^SALESFORCE_JWT_KEY_FILE is not set/,
    );
    expect(() => readEnv({ ...JWT, SALESFORCE_USERNAME: '' })).toThrow(/^SALESFORCE_USERNAME is not set/);
  });
});

test('the database can be read without an org', () => {
  expect(readDatabaseLocation({ DATABASE_URL: 'postgresql://h/d' })).toEqual({ url: 'postgresql://h/d' });
});
