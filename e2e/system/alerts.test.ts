import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runOnProduct } from '../support/companion-command.ts';
import { logIn } from '../support/log-in.ts';
import { query, type OrgAccess } from '../support/rest.ts';
import { startProduct, type Product } from '../support/start-product.ts';

const CSM = 'dana.reyes@demo.tenure.example';

let product: Product;
let admin: OrgAccess;
let csm: OrgAccess;
let key: string;

beforeAll(async () => {
  product = await startProduct({ env: { DATABASE_URL: '' } });
  admin = await logIn(product.orgUrl, 'omar.haddad@demo.tenure.example');
  csm = await logIn(product.orgUrl, CSM);
  const made = await runOnProduct(product, ['api-key', 'create', '--name', 'the test']);
  key = /tenure_[\w-]{43}/.exec(made.stdout)?.[0] ?? '';
}, 300_000);

afterAll(() => product?.stop());

interface Bell {
  messageTitle: string;
  messageBody: string;
  target: string | null;
  read: boolean;
}

async function bellsOf(user: OrgAccess): Promise<Bell[]> {
  const url = `${user.url}/services/data/v66.0/connect/notifications?size=50&trimMessages=false`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${user.accessToken}` } });
  return ((await response.json()) as { notifications: Bell[] }).notifications;
}

async function sentTo(address: string): Promise<{ to: string[]; subject: string; body: string }[]> {
  const headers = { authorization: `Bearer ${admin.accessToken}` };
  const response = await fetch(`${admin.url}/local-org/mail.json`, { headers });
  const { emails } = (await response.json()) as {
    emails: { to: string[]; subject: string; body: string }[];
  };
  return emails.filter(({ to }) => to.includes(address));
}

async function edit(user: OrgAccess, object: string, id: string, fields: object): Promise<void> {
  const response = await fetch(`${user.url}/services/data/v66.0/sobjects/${object}/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${user.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  if (!response.ok) throw new Error(`${object} ${id}: ${await response.text()}`);
}

async function sync(): Promise<void> {
  const { code, stderr } = await runOnProduct(product, ['sync']);
  if (code !== 0) throw new Error(stderr);
}

async function fromApi(path: string): Promise<{ items: { key: string }[] } & Record<string, unknown>> {
  const headers = { authorization: `Bearer ${key}` };
  const response = await fetch(`${product.companionUrl}/v1${path}`, { headers });
  return (await response.json()) as { items: { key: string }[] } & Record<string, unknown>;
}

const alertsOf = (recordId: string) =>
  query<{ Id: string; CS_Resolution__c: string | null }>(
    admin,
    `SELECT Id, CS_Resolution__c FROM CS_Alert__c WHERE CS_Record_Id__c = '${recordId}'`,
  );

test('what is so from the beginning is a handful for each CSM, told in one bell and one email', async () => {
  const rows = await query<{ n: number }>(
    admin,
    'SELECT CS_Recipient__c, COUNT(Id) n FROM CS_Alert__c GROUP BY CS_Recipient__c',
  );
  expect(rows.length).toBeGreaterThanOrEqual(3);
  for (const { n } of rows) expect(n).toBeLessThanOrEqual(25);

  const [bell, ...more] = await bellsOf(csm);
  expect(more).toEqual([]);
  expect(bell).toMatchObject({ messageTitle: expect.stringMatching(/^\d+ alerts for you$/), read: false });
  const [email, ...others] = await sentTo(CSM);
  expect(others).toEqual([]);
  expect(email?.body).toContain('Hello Dana Reyes,');
  expect(email?.body).toMatch(new RegExp(`${product.orgUrl}/lightning/r/Account/\\w{18}/view`));
});

test('a ticket that is escalated is told once, at once; resolved by hand it stays so while it lasts', async () => {
  const [ticket] = await query<{ Id: string; AccountId: string; Account: { Name: string } }>(
    admin,
    `SELECT Id, AccountId, Account.Name FROM Case WHERE IsClosed = false AND IsEscalated = false ` +
      `AND Account.CS_Manager__r.Username = '${CSM}' LIMIT 1`,
  );
  const { Id: ticketId = '', AccountId: accountId = '' } = ticket ?? {};
  const before = (await bellsOf(csm)).length;
  const mailed = (await sentTo(CSM)).length;

  await edit(admin, 'Case', ticketId, { IsEscalated: true });
  await sync();
  await sync();
  const [alert, ...more] = await alertsOf(ticketId);
  expect(more).toEqual([]);
  const bells = await bellsOf(csm);
  expect(bells).toHaveLength(before + 1);
  expect(bells[0]).toMatchObject({
    messageTitle: `Escalated Ticket: ${ticket?.Account.Name}`,
    target: accountId,
  });
  expect(await sentTo(CSM)).toHaveLength(mailed + 1);

  const now = new Date().toISOString();
  await edit(csm, 'CS_Alert__c', alert?.Id ?? '', { CS_Resolved_On__c: now, CS_Resolution__c: 'By Hand' });
  await sync();
  expect(await alertsOf(ticketId)).toMatchObject([{ CS_Resolution__c: 'By Hand' }]);

  const { items } = await fromApi(`/alerts?state=resolved&type=Escalated%20Ticket&accountId=${accountId}`);
  expect(items).toHaveLength(1);
  const explained = await fromApi(`/alerts/${encodeURIComponent(items[0]?.key ?? '')}/explain`);
  expect(explained).toMatchObject({
    rule: { name: 'Ticket escalated', rationale: expect.stringContaining('Support') },
    records: [{ object: 'Case', id: ticketId }],
    deliveries: [
      { channel: 'bell', state: 'sent' },
      { channel: 'email', state: 'sent' },
    ],
  });
}, 120_000);

test('an alert whose cause is gone is resolved by itself', async () => {
  const [open] = await query<{ CS_Record_Id__c: string }>(
    admin,
    `SELECT CS_Record_Id__c FROM CS_Alert__c WHERE CS_Type__c = 'Escalated Ticket' AND CS_Resolved_On__c = null LIMIT 1`,
  );
  await edit(admin, 'Case', open?.CS_Record_Id__c ?? '', { Status: 'Closed' });
  await sync();
  expect(await alertsOf(open?.CS_Record_Id__c ?? '')).toMatchObject([{ CS_Resolution__c: 'Cause Gone' }]);
});
