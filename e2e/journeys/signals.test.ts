import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { query, type OrgAccess } from '../support/rest.ts';
import { accessOf, openAs } from '../support/session.ts';
import { createHook, sendAsTypeform, sendAsZendesk, type Hook } from '../support/signed-delivery.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const DANA = 'dana.reyes@demo.tenure.example';
const NORTHWIND = 'Northwind Logistics';
/** The id of its organisation in the help desk of this journey. */
const ORGANIZATION = '8447346621310';

describe('signals from outside', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];
  let org: OrgAccess;
  let desk: Hook;
  let survey: Hook;
  let accountId: string;

  beforeAll(async () => {
    product = await startDemo();
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
    await openAs(page, product.orgUrl, DANA, '/lightning/n/CS_NPS_Inbox');
    org = await accessOf(page, product.orgUrl);
    const [account] = await query<{ Id: string; CS_External_Key__c: string }>(
      org,
      `SELECT Id, CS_External_Key__c FROM Account WHERE Name = '${NORTHWIND}'`,
    );
    accountId = account!.Id;
    const map = path.join(product.folder, 'zendesk-map.json');
    const organizations = { [ORGANIZATION]: account!.CS_External_Key__c };
    writeFileSync(
      map,
      JSON.stringify({ organizations, ticketUrl: 'https://acme.zendesk.com/agent/tickets/{id}' }),
    );
    desk = await createHook(product, 'zendesk', ['--name', 'Help desk', '--map', map]);
    survey = await createHook(product, 'typeform');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  const support = (): Locator => page.locator('c-cs-support');
  const inbox = (): Locator => page.locator('c-cs-nps-inbox');
  const waiting = (who: string): Locator => inbox().getByRole('article', { name: who });

  const ticket = (more: object = {}) => ({
    type: 'zen:event-type:ticket.created',
    id: '99b64ef3-9a5f-4d5a-9c3a-0d1d9d1c1f5a',
    time: new Date().toISOString(),
    detail: {
      id: '5158',
      subject: 'Export of invoices stops halfway',
      status: 'OPEN',
      priority: 'HIGH',
      tags: ['escalated'],
      organization_id: ORGANIZATION,
      created_at: '2026-01-02T08:00:00Z',
      updated_at: '2026-01-02T09:00:00Z',
      ...more,
    },
  });
  const answer = (token: string, email: string, score: number, comment: string) => ({
    event_type: 'form_response',
    form_response: {
      token,
      submitted_at: new Date().toISOString(),
      hidden: { name: 'Quentin Vale' },
      definition: { title: 'Relationship survey' },
      answers: [
        { type: 'number', number: score, field: { type: 'nps', ref: 'nps' } },
        { type: 'text', text: comment, field: { type: 'long_text', ref: 'why' } },
        { type: 'email', email, field: { type: 'email', ref: 'mail' } },
      ],
    },
  });

  /** Waits until the org holds what was sent; the companion files it within seconds. */
  async function untilFound<T>(soql: string): Promise<T> {
    let found: T[] = [];
    await eventually(async () => {
      found = await query<T>(org, soql);
      expect(found).toHaveLength(1);
    });
    return found[0]!;
  }

  async function openTab(name: string): Promise<void> {
    await page.goto(`${product.orgUrl}/lightning/r/Account/${accountId}/view`);
    await page.getByRole('heading', { name: NORTHWIND }).first().waitFor();
    await page.getByRole('tab', { name, exact: true }).click();
  }

  async function expectNoViolations(): Promise<void> {
    for (const width of [1440, 420]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  test('a signed ticket becomes a case, and is seen with its numbers on the account', async () => {
    expect((await sendAsZendesk(desk, ticket())).status).toBe(202);
    const found = await untilFound<Record<string, unknown>>(
      `SELECT AccountId, Status, Priority, IsEscalated, CS_Opened_On__c FROM Case WHERE CS_External_Key__c = 'zendesk:5158'`,
    );
    expect(found).toMatchObject({
      AccountId: accountId,
      Status: 'Working',
      Priority: 'High',
      IsEscalated: true,
      CS_Opened_On__c: '2026-01-02',
    });
    await untilFound(
      `SELECT Id FROM Account WHERE Id = '${accountId}' AND CS_Oldest_Ticket_On__c = 2026-01-02`,
    );

    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/graphql')) requests.push(request.url());
    });
    await openTab('Usage & Support');
    await support().getByRole('link', { name: 'Export of invoices stops halfway', exact: true }).waitFor();
    const outside = support().getByRole('link', {
      name: 'Open at acme.zendesk.com: Export of invoices stops halfway',
    });
    expect(await outside.getAttribute('href')).toBe('https://acme.zendesk.com/agent/tickets/5158');
    await support().locator('[data-id="oldest"]').getByText('since Jan 2, 2026').waitFor();
    expect(requests.length).toBeLessThanOrEqual(4);
    await expectNoViolations();
  });

  test('what is sent again, signed wrongly, or older, changes nothing', async () => {
    const closed = ticket({ status: 'SOLVED', updated_at: '2026-01-03T09:00:00Z' });
    expect((await sendAsZendesk(desk, closed)).status).toBe(202);
    expect((await sendAsZendesk(desk, closed)).status).toBe(200);
    const wrong = await sendAsZendesk({ ...desk, secret: 'not-the-secret' }, ticket({ subject: 'Forged' }));
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
    ]);
    expect((await sendAsZendesk(desk, ticket({ status: 'OPEN', tags: [] }))).status).toBe(202);
    await untilFound(`SELECT Id FROM Case WHERE CS_External_Key__c = 'zendesk:5158' AND IsClosed = true`);
    const cases = await query(org, `SELECT Subject FROM Case WHERE CS_External_Key__c LIKE 'zendesk:%'`);
    expect(cases).toMatchObject([{ Subject: 'Export of invoices stops halfway' }]);
  });

  test('an answer of a known contact shows on the account', async () => {
    const [contact] = await query<{ Email: string; Name: string }>(
      org,
      `SELECT Email, Name FROM Contact WHERE AccountId = '${accountId}' ORDER BY Email LIMIT 1`,
    );
    const sent = answer('known1', contact!.Email.toUpperCase(), 10, 'You turned it round.');
    expect((await sendAsTypeform(survey, sent)).status).toBe(202);
    await untilFound(
      `SELECT Id FROM CS_NPS_Response__c WHERE CS_Key__c = 'typeform:known1' AND CS_Contact__c != null`,
    );
    await openTab('NPS');
    const row = page.locator('c-cs-nps [data-id="answer"]').filter({ hasText: 'You turned it round.' });
    await row.getByRole('link', { name: contact!.Name }).waitFor();
  });

  test('an answer of nobody known waits in the inbox, and is assigned once to the account that is suggested', async () => {
    const sent = answer('unknown1', 'quentin.vale@northwind-logistics.example', 2, 'Nobody calls back.');
    expect((await sendAsTypeform(survey, sent)).status).toBe(202);
    await untilFound(`SELECT Id FROM CS_NPS_Inbox__c WHERE CS_Key__c = 'typeform:unknown1'`);
    await openAs(page, product.orgUrl, DANA, '/lightning/n/CS_NPS_Inbox');
    const mine = waiting('Quentin Vale');
    await mine.getByText(/contacts have an address at northwind-logistics\.example\.$/).waitFor();
    await expectNoViolations();
    await mine.getByRole('button', { name: NORTHWIND }).click();
    await page.getByText(`The answer is now with ${NORTHWIND}`).waitFor();
    await mine.waitFor({ state: 'detached' });
    const made = await query(
      org,
      `SELECT CS_Account__c FROM CS_NPS_Response__c WHERE CS_Key__c = 'typeform:unknown1'`,
    );
    expect(made).toMatchObject([{ CS_Account__c: accountId }]);
    await openTab('NPS');
    await page.locator('c-cs-nps [data-id="answer"]').filter({ hasText: 'Nobody calls back.' }).waitFor();
  });

  test('an answer that is dismissed can be taken back, and none is lost', async () => {
    await openAs(page, product.orgUrl, DANA, '/lightning/n/CS_NPS_Inbox');
    const anonymous = waiting('Anonymous');
    await anonymous.getByRole('button', { name: 'Dismiss' }).click();
    await inbox().getByText('The answer of Anonymous was dismissed.').waitFor();
    await anonymous.waitFor({ state: 'detached' });
    await inbox().getByRole('button', { name: 'Undo' }).click();
    await anonymous.waitFor();
    expect(complaints).toEqual([]);
  });
});
