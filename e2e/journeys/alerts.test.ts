import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page, Route } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { query, type OrgAccess } from '../support/rest.ts';
import { accessOf, openAs } from '../support/session.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const ALERTS = '/lightning/n/CS_Alerts';
const HOME = '/lightning/page/home';
const DANA = 'dana.reyes@demo.tenure.example';
const HELEN = 'helen.okafor@demo.tenure.example';
const UNREAD = 'CS_Resolved_On__c = null AND CS_Read_On__c = null';

/** The demo: Northwind is at risk, its touchpoint overdue; the companion has raised that when it started. */
describe('alerts', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];
  let admin: OrgAccess;
  let dana: string;

  beforeAll(async () => {
    product = await startDemo();
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
    const setup = await openPage(browser);
    await openAs(setup.page, product.orgUrl, 'admin@local.tenure.example', HOME);
    admin = await accessOf(setup.page, product.orgUrl);
    const people = await query<{ Id: string; Username: string }>(admin, 'SELECT Id, Username FROM User');
    const idOf = (username: string): string => people.find((one) => one.Username === username)?.Id ?? '';
    dana = idOf(DANA);
    await send('PATCH', `sobjects/User/${dana}`, { ManagerId: idOf(HELEN) });
    const [companion] = await query<{ Id: string }>(
      admin,
      "SELECT Id FROM PermissionSet WHERE Name = 'CS_Companion'",
    );
    // What only the companion may: to send notifications.
    await send('POST', 'sobjects/PermissionSetAssignment', {
      AssigneeId: idOf('admin@local.tenure.example'),
      PermissionSetId: companion?.Id,
    });
    await setup.page.context().close();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  async function send(method: string, resource: string, body: object): Promise<void> {
    const response = await fetch(`${admin.url}/services/data/v66.0/${resource}`, {
      method,
      headers: { authorization: `Bearer ${admin.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${resource}: ${response.status} ${await response.text()}`);
  }

  const center = (of: Page = page): Locator => of.locator('c-cs-alert-center');
  const rows = (of: Page = page): Locator => center(of).locator('c-cs-alert-center-row');
  const rowOf = (type: string): Locator => rows().filter({ hasText: type });
  const button = (name: string | RegExp): Locator => center().getByRole('button', { name });
  const status = (): Locator => center().locator('[data-id="status"]');
  const shown = (text: string | RegExp): Promise<void> =>
    center().locator('[data-id="shown"]').getByText(text).waitFor();
  const badge = (count: number): Promise<void> =>
    center()
      .locator(`[data-id="badge"][title="${count} unread alert${count === 1 ? '' : 's'}"]`)
      .waitFor();

  async function countUnread(): Promise<number> {
    const soql = `SELECT Id FROM CS_Alert__c WHERE ${UNREAD} AND CS_Recipient__c = '${dana}'`;
    return (await query(admin, soql)).length;
  }

  async function search(account: string): Promise<void> {
    await center().getByRole('searchbox', { name: 'Account name' }).fill(account);
  }

  async function choose(list: string, option: string): Promise<void> {
    await center().getByRole('combobox', { name: list }).click();
    await center().getByRole('option', { name: option, exact: true }).click();
  }

  async function expectNoViolations(): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }

  test('a CSM sees what needs her, the most pressing first, and how much of it is new', async () => {
    await openAs(page, product.orgUrl, DANA, ALERTS);
    await rowOf('At Risk').first().waitFor();
    await badge(await countUnread());
    const headings = await center().locator('h3').allInnerTexts();
    expect(headings.slice(0, 2)).toEqual(['High severity', 'Medium severity']);
  });

  test('the org narrows the list by account, type and severity', async () => {
    await search('Northwind');
    await rows().filter({ hasText: 'Larkspur' }).first().waitFor({ state: 'detached' });
    await choose('Type', 'Touchpoint Overdue');
    await shown('1 of 1 alert shown');
    await rowOf('Northwind Logistics').getByText('Touchpoint Overdue').waitFor();
    await choose('Severity', 'High');
    await center().getByText('No alert matches').waitFor();
    await choose('Severity', 'All severities');
    await shown('1 of 1 alert shown');
  });

  test('opening one tells why it was raised, and counts it as read', async () => {
    const unread = await countUnread();
    await rowOf('Touchpoint Overdue').locator('[data-id="message"]').click();
    await rows()
      .getByText(/^Rule “Touchpoint overdue”: raised when a touchpoint is overdue by 7 days/)
      .waitFor();
    await badge(unread - 1);
    await button(/^Mark as unread: /).click();
    await badge(unread);
    await button(/^Mark as read: /).click();
    await badge(unread - 1);
  });

  test('neither wide nor narrow does the page have accessibility violations', async () => {
    for (const width of [1440, 420]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoViolations();
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(complaints).toEqual([]);
  });

  test('what is resolved leaves the list, by the keyboard too, and comes back when that is undone', async () => {
    await button(/^Resolve: /).focus();
    await page.keyboard.press('Enter');
    await status().getByText('Resolved: ').waitFor();
    await center().getByText('No alert matches').waitFor();
    await button('Undo').click();
    await rowOf('Touchpoint Overdue').waitFor();
    await shown('1 of 1 alert shown');
  });

  test('what is snoozed is put off until its day, and brought back before', async () => {
    await button(/^Snooze: /).click();
    await page.getByRole('menuitem', { name: /^For 3 days/ }).click();
    await status().getByText('Snoozed until ').waitFor();
    await button(/^Snoozed/).click();
    await rows()
      .getByText(/^Snoozed until .* 8:00/)
      .waitFor();
    await button(/^Bring back now: /).click();
    await center().getByText('No alert matches').waitFor();
    await button(/^Open/).click();
    await rowOf('Touchpoint Overdue').waitFor();
  });

  test('several are resolved at once, kept among the resolved, and all come back', async () => {
    await choose('Type', 'All types');
    await rowOf('At Risk').first().waitFor();
    const count = await rows().count();
    expect(count).toBeGreaterThan(2);
    await center().locator('[data-id="select-all"] .slds-checkbox_faux').click();
    await center().getByRole('button', { name: 'Resolve', exact: true }).click();
    await status().getByText(`Resolved: ${count} alerts`).waitFor();
    await center().getByText('No alert matches').waitFor();
    await center().getByRole('button', { name: 'Resolved', exact: true }).click();
    await rows()
      .getByText(/^Resolved by hand, /)
      .nth(count - 1)
      .waitFor();
    const soql = `SELECT Id FROM CS_Alert__c WHERE CS_Resolution__c = 'By Hand' AND CS_Account__r.Name = 'Northwind Logistics'`;
    expect(await query(admin, soql)).toHaveLength(count);
    await button('Undo').click();
    await center().getByText('No alert matches').waitFor();
    await button(/^Open/).click();
    await rows()
      .nth(count - 1)
      .waitFor();
    expect(await query(admin, soql)).toHaveLength(0);
  });

  test('what somebody else has resolved meanwhile is left as it is, and she is told', async () => {
    await search('Meridian');
    await choose('Type', 'Renewal');
    await shown('1 of 1 alert shown');
    const [renewal] = await query<{ Id: string }>(
      admin,
      "SELECT Id FROM CS_Alert__c WHERE CS_Type__c = 'Renewal' AND CS_Account__r.Name LIKE 'Meridian%'",
    );
    // The page must not read the list again by itself before she decides.
    const held: Route[] = [];
    await page.route('**/graphql', (route) => void held.push(route));
    const resolved = '2026-01-01T00:00:00.000Z';
    await send('PATCH', `sobjects/CS_Alert__c/${renewal?.Id}`, {
      CS_Resolved_On__c: resolved,
      CS_Resolution__c: 'Cause Gone',
    });
    await button(/^Resolve: /).click();
    await center().getByText('1 alert not changed').waitFor();
    for (const route of held) await route.continue();
    await page.unroute('**/graphql');
    await center().getByText('No alert matches').waitFor();
    const [kept] = await query(admin, `SELECT CS_Resolution__c FROM CS_Alert__c WHERE Id = '${renewal?.Id}'`);
    expect(kept).toMatchObject({ CS_Resolution__c: 'Cause Gone' });
    // The browser tells of the refusal too.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('412')]);
  });

  test('a manager looks after the alerts of her team without reading them for it', async () => {
    const helen = await openPage(browser);
    await openAs(helen.page, product.orgUrl, HELEN, ALERTS);
    await center(helen.page).getByRole('combobox', { name: 'Whose alerts' }).click();
    await center(helen.page).getByRole('option', { name: 'My team’s alerts' }).click();
    const first = rows(helen.page).filter({ hasText: 'for Dana Reyes' }).first();
    const unread = await countUnread();
    await first.locator('[data-id="message"]').click();
    await first.locator('[data-id="details"]').waitFor();
    expect(await countUnread()).toBe(unread);
    await helen.page.context().close();
  });

  test('the account says what is open there', async () => {
    await page.goto(product.orgUrl + HOME);
    await rows().first().waitFor();
    await expectNoViolations();
    const northwind = "SELECT Id FROM Account WHERE Name = 'Northwind Logistics'";
    const [account] = await query<{ Id: string }>(admin, northwind);
    await page.goto(`${product.orgUrl}/lightning/r/Account/${account?.Id}/view`);
    const card = page.locator('c-cs-alert-center-account');
    await card.locator('c-cs-alert-center-row').first().waitFor();
    await card.getByText('At Risk', { exact: true }).waitFor();
  });

  test('the bell tells how much is unread, and a notification leads to its account', async () => {
    const northwind = "SELECT Id FROM Account WHERE Name = 'Northwind Logistics'";
    const [account] = await query<{ Id: string }>(admin, northwind);
    const type = "SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'CS_Alert'";
    const found = await fetch(
      `${admin.url}/services/data/v66.0/tooling/query?q=${encodeURIComponent(type)}`,
      {
        headers: { authorization: `Bearer ${admin.accessToken}` },
      },
    );
    const { records } = (await found.json()) as { records: { Id: string }[] };
    await send('POST', 'actions/standard/customNotificationAction', {
      inputs: [
        {
          customNotifTypeId: records[0]?.Id,
          recipientIds: [dana],
          title: 'Northwind Logistics is at risk',
          body: 'Risk 88. Usage fell.',
          targetId: account?.Id,
        },
      ],
    });
    await page.goto(product.orgUrl + HOME);
    const bell = page.getByRole('button', { name: /^Notifications: \d+ unread$/ });
    await bell.click();
    const panel = page.getByRole('dialog', { name: 'Notifications' });
    await panel.getByText('Northwind Logistics is at risk').waitFor();
    await expectNoViolations();
    await panel.getByText('Northwind Logistics is at risk').click();
    await page.getByRole('heading', { name: 'Northwind Logistics', level: 1 }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a user without rights is told whom to ask', async () => {
    await openAs(page, product.orgUrl, 'nora.winters@demo.tenure.example', ALERTS);
    await center()
      .getByText(/Ask an admin for the permission set/)
      .waitFor();
    await expectNoViolations();
  });
});
