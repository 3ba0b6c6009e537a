import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { createOrg } from '../create-org.ts';
import { deployFiles } from '../metadata/testing/deploy-files.ts';
import type { Org } from '../org.ts';
import { createServer } from '../server.ts';

const DATA = '/services/data/v66.0';
const TYPE =
  '<customNotifTypeName>Alert</customNotifTypeName><desktop>true</desktop><masterLabel>Alert</masterLabel><mobile>false</mobile>';

let org: Org;
let server: ReturnType<typeof createServer>;
let token: string;
let typeId: string;
let userId: string;
let userToken: string;
const time = { now: new Date('2026-11-22T10:00:00.000Z') };

beforeAll(async () => {
  org = createOrg({ now: () => time.now });
  await deployFiles({ 'notificationtypes/Alert.notiftype': TYPE }, {}, org);
  server = createServer(org);
  const admin = org.userById(org.adminId);
  const soql = "SELECT Id FROM Profile WHERE Name = 'Standard User'";
  userId = org.records.create(admin, 'User', {
    ...{ LastName: 'Dana', Username: 'dana@org.example', Email: 'dana@org.example', Alias: 'dana' },
    ...{
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    },
    ProfileId: String(org.queries.soql(admin, soql).records[0]?.['Id']),
  }).id;
});
afterAll(() => org.close());
// Each test a day of its own, so that limits begin anew.
beforeEach(() => {
  time.now = new Date(time.now.getTime() + 86_400_000);
  token = org.sessions.open(org.adminId);
  userToken = org.sessions.open(userId);
});

const get = (path: string, as = token) => request(server).get(`${DATA}${path}`).auth(as, { type: 'bearer' });
const patch = (path: string, body: object, as = userToken) =>
  request(server).patch(`${DATA}${path}`).auth(as, { type: 'bearer' }).send(body);
const post = (action: string, inputs: unknown, as = token) =>
  request(server).post(`${DATA}/actions/standard/${action}`).auth(as, { type: 'bearer' }).send({ inputs });
const bell = (more: object = {}) => ({
  ...{ customNotifTypeId: typeId, recipientIds: [userId], title: 'Look', body: 'Here.', targetId: userId },
  ...more,
});
const mail = (more: object = {}) => ({
  ...{ recipientAddresses: 'dana@org.example', emailSubject: 'Look', emailBody: 'Here.\nNow.' },
  ...more,
});

describe('a notification type', () => {
  test.each(['query', 'tooling/query'])('that was deployed is found by %s', async (resource) => {
    const q = encodeURIComponent(
      "SELECT Id, CustomNotifTypeName FROM CustomNotificationType WHERE DeveloperName = 'Alert'",
    );
    const { body } = await get(`/${resource}?q=${q}`).expect(200);
    expect(body.records).toMatchObject([{ CustomNotifTypeName: 'Alert' }]);
    typeId = body.records[0].Id as string;
    expect(typeId).toMatch(/^0ML/);
  });
});

describe('a custom notification', () => {
  test('reaches the bell of each recipient, unread, and nobody else', async () => {
    const { body } = await post('customNotificationAction', [bell({ title: 'First' })]).expect(200);
    expect(body).toMatchObject([{ actionName: 'customNotificationAction', errors: null, isSuccess: true }]);
    const { body: mine } = await get('/connect/notifications', userToken).expect(200);
    expect(mine.notifications).toMatchObject([
      { messageTitle: 'First', messageBody: 'Here.', read: false, seen: false, target: userId, type: typeId },
    ]);
    expect((await get('/connect/notifications')).body.notifications).toEqual([]);
  });

  test.each([
    ['an unknown type', { customNotifTypeId: '0ML000000000999AAA' }, 'INVALID_ID_FIELD'],
    ['nobody to tell', { recipientIds: [] }, 'REQUIRED_FIELD_MISSING'],
    ['a group to tell', { recipientIds: ['00G000000000001AAA'] }, 'NOT_IMPLEMENTED'],
    ['an unknown user to tell', { recipientIds: ['005000000000999AAA'] }, 'INVALID_ID_FIELD'],
    ['no title', { title: '' }, 'REQUIRED_FIELD_MISSING'],
    ['a title that is too long', { title: 'x'.repeat(251) }, 'STRING_TOO_LONG'],
    ['a body that is too long', { body: 'x'.repeat(751) }, 'STRING_TOO_LONG'],
    ['no target', { targetId: undefined }, 'REQUIRED_FIELD_MISSING'],
    [
      'a target that is no page',
      { targetId: undefined, targetPageRef: '{"no":"type"}' },
      'REQUIRED_FIELD_MISSING',
    ],
    ['an input that is not modelled', { senderId: '005000000000001AAA' }, 'NOT_IMPLEMENTED'],
    ['an unknown input', { colour: 'red' }, 'INVALID_INPUT'],
  ])('with %s is refused', async (_, more, statusCode) => {
    const { body } = await post('customNotificationAction', [bell(more)]).expect(400);
    expect(body).toMatchObject([{ isSuccess: false, errors: [{ statusCode }], outputValues: null }]);
  });

  test('leads to a page where it names one', async () => {
    const targetPageRef = JSON.stringify({ type: 'standard__namedPage', attributes: { pageName: 'home' } });
    await post('customNotificationAction', [bell({ targetId: undefined, targetPageRef })]).expect(200);
    const { body } = await get('/connect/notifications?size=1', userToken);
    expect(body.notifications).toMatchObject([{ target: null, targetPageRef }]);
  });

  test('takes the permission to send them', async () => {
    const { body } = await post('customNotificationAction', [bell()], userToken).expect(400);
    expect(body[0].errors[0].message).toContain('Send Custom Notifications');
  });

  test('over the limit of the hour is lost without a word', async () => {
    const at = time.now.toISOString();
    const one = { userId, typeId, title: 'x', body: 'x', targetId: userId, targetPageRef: null, at };
    for (let sent = 0; sent < 10_000; sent += 1) org.notifications.add(one);
    await post('customNotificationAction', [bell({ title: 'Lost' })]).expect(200);
    expect((await get('/connect/notifications?size=1', userToken)).body.notifications[0].messageTitle).toBe(
      'x',
    );
    time.now = new Date(time.now.getTime() + 3_600_001);
    await post('customNotificationAction', [bell({ title: 'Later' })]).expect(200);
    const { body } = await get('/connect/notifications?size=1', userToken);
    expect(body.notifications[0].messageTitle).toBe('Later');
  });
});

describe('the bell', () => {
  test('counts what is unread and unseen; reading is seeing', async () => {
    await patch('/connect/notifications', { read: true }).expect(200);
    await post('customNotificationAction', [bell({ title: 'A' }), bell({ title: 'B' })]).expect(200);
    const status = async () => (await get('/connect/notifications/status', userToken).expect(200)).body;
    expect(await status()).toMatchObject({
      unreadCount: 2,
      unseenCount: 2,
      lastActivity: time.now.toISOString(),
    });
    await patch('/connect/notifications', { seen: 'true' }).expect(200);
    expect(await status()).toMatchObject({ unreadCount: 2, unseenCount: 0 });
    const { body } = await get('/connect/notifications?size=2', userToken);
    const [{ id }] = body.notifications as [{ id: string }];
    await patch(`/connect/notifications/${id}`, { read: 'true' }).expect(200);
    expect(await status()).toMatchObject({ unreadCount: 1 });
    await patch('/connect/notifications', { notificationIds: [id], read: false }).expect(200);
    expect(await status()).toMatchObject({ unreadCount: 2 });
  });

  test('pages by time and cuts long texts unless asked not to', async () => {
    await post('customNotificationAction', [bell({ title: 't'.repeat(200), body: 'b'.repeat(700) })]).expect(
      200,
    );
    const { body } = await get('/connect/notifications?size=1', userToken);
    expect(body.notifications[0].messageTitle).toHaveLength(120);
    expect(body.notifications[0].messageBody).toHaveLength(320);
    const whole = await get('/connect/notifications?size=1&trimMessages=false', userToken);
    expect(whole.body.notifications[0].messageBody).toHaveLength(700);
    const at = encodeURIComponent(body.notifications[0].lastModified as string);
    const older = await get(`/connect/notifications?size=1&before=${at}`, userToken);
    expect(older.body.notifications[0].id).not.toBe(body.notifications[0].id);
  });

  test.each([
    ['?size=0'],
    ['?before=yesterday'],
    ['?before=2026-11-22T00:00:00Z&after=2026-11-21T00:00:00Z'],
  ])('refuses %s', async (query) => {
    await get(`/connect/notifications${query}`, userToken).expect(400);
  });

  test('refuses marks that make no sense, and what is not hers', async () => {
    await patch('/connect/notifications', {}).expect(400);
    await patch('/connect/notifications', { read: true, seen: false }).expect(400);
    const { body } = await get('/connect/notifications?size=1', userToken);
    await get(`/connect/notifications/${body.notifications[0].id}`, token).expect(404);
  });
});

describe('a simple email', () => {
  test('is kept for an administrator to read, and never sent', async () => {
    await post('emailSimple', [mail()], userToken).expect(200);
    const page = request(server).get('/local-org/mail.json');
    const { body } = await page.auth(token, { type: 'bearer' }).expect(200);
    expect(body.emails[0]).toMatchObject({
      ...{ from: 'dana@org.example', to: ['dana@org.example'], subject: 'Look', body: 'Here.\nNow.' },
    });
    const html = await request(server).get('/local-org/mail').auth(token, { type: 'bearer' }).expect(200);
    expect(html.text).toContain('Here.\nNow.');
    await request(server).get('/local-org/mail.json').auth(userToken, { type: 'bearer' }).expect(403);
  });

  test.each([
    ['no address', { recipientAddresses: '' }, 'REQUIRED_FIELD_MISSING'],
    ['what is no address', { recipientAddresses: 'nobody' }, 'INVALID_EMAIL_ADDRESS'],
    [
      'more than 150 addresses',
      { recipientAddresses: Array.from({ length: 151 }, (_, n) => `a${n}@b.example`) },
      'LIMIT_EXCEEDED',
    ],
    ['no subject', { emailSubject: undefined }, 'REQUIRED_FIELD_MISSING'],
    ['no body', { emailBody: '' }, 'REQUIRED_FIELD_MISSING'],
    ['another sender', { senderType: 'OrgWideEmailAddress' }, 'NOT_IMPLEMENTED'],
    ['the name of the addresses before API 65', { emailAddresses: 'dana@org.example' }, 'INVALID_INPUT'],
  ])('with %s is refused', async (_, more, statusCode) => {
    const { body } = await post('emailSimple', [mail(more)]).expect(400);
    expect(body[0]).toMatchObject({ isSuccess: false, errors: [{ statusCode }] });
  });

  test('over the limit of the day is refused until the next', async () => {
    const to = Array.from({ length: 5000 }, (_, index) => `a${index}@b.example`);
    org.sentMail.add({ at: time.now.toISOString(), from: '', to, subject: '', body: '' });
    const { body } = await post('emailSimple', [mail()]).expect(400);
    expect(body[0].errors[0].statusCode).toBe('LIMIT_EXCEEDED');
    time.now = new Date(time.now.getTime() + 86_400_000);
    await post('emailSimple', [mail()], org.sessions.open(org.adminId)).expect(200);
  });
});

describe('actions', () => {
  test('are listed, and each tells its inputs', async () => {
    const { body } = await get('/actions/standard').expect(200);
    expect((body.actions as { name: string }[]).map(({ name }) => name)).toEqual([
      'customNotificationAction',
      'emailSimple',
    ]);
    const described = await get('/actions/standard/emailSimple').expect(200);
    expect(described.body.inputs).toContainEqual(expect.objectContaining({ name: 'recipientAddresses' }));
  });

  test('that are not modelled say so, and a body without inputs is refused', async () => {
    await post('chatterPost', [{}]).expect(501);
    await post('emailSimple', undefined).expect(400);
  });
});
