import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

let browser: Browser;
let product: Product;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  product = await startDemo();
  ({ page, complaints } = await openPage(browser));
}, 300_000);

afterAll(async () => {
  await page?.context().close();
  await browser?.close();
  expect(await product?.stop()).toBe(0);
});

test('a CSM finds the starter set, and may read it only', async () => {
  await openAs('dana.reyes');
  for (const name of [
    'QBR follow-up',
    'Onboarding check-in',
    'Renewal notice',
    'At-risk outreach',
    'NPS thanks',
  ]) {
    await template(name).waitFor();
  }
  expect(await page.getByRole('button', { name: 'New Template' }).count()).toBe(0);
  await expectAccessible();
});

test('a template reads in the preview as it will for a real account, with a mark on what is missing', async () => {
  await template('Renewal notice').click();
  const preview = page.locator('c-cs-template-preview');
  await preview.getByText('Hi Alma,').waitFor();
  await preview.getByRole('combobox', { name: 'Preview for account' }).fill('Northwind');
  await preview.getByRole('option', { name: /Northwind Logistics/ }).click();
  await preview.getByText(/Northwind Logistics: your renewal on/).waitFor();
  await preview.getByText('[Contact first name: no value]').waitFor();
  await expectAccessible();
});

test('the list is narrowed by type and by name', async () => {
  await page.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Note' }).click();
  await page.getByText('2 templates').waitFor();
  await page.getByRole('searchbox', { name: 'Search by name' }).fill('qbr');
  await page.getByText('1 template').waitFor();
  await template('QBR notes').waitFor();
});

test('an admin writes a template, with a merge field from the menu', async () => {
  await openAs('omar.haddad');
  await page.getByRole('button', { name: 'New Template' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('A word of thanks');
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Thank you, {{acount.name}}');
  await dialog.getByText('Not a merge field: acount.name').waitFor();
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Thank you, {{account.name}}');
  await dialog.getByRole('textbox', { name: 'Body' }).fill('Dear ');
  await dialog.getByRole('button', { name: 'Insert a merge field' }).click();
  await dialog.getByRole('menuitem', { name: /Contact first name/ }).click();
  await dialog.getByText('Dear {{contact.firstName}}').waitFor();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await template('A word of thanks').waitFor();
});

test('a template that is deactivated leaves the list, and comes back when activated', async () => {
  await act('A word of thanks', 'Deactivate');
  await template('A word of thanks').waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Inactive' }).click();
  await act('A word of thanks', 'Activate');
  await page.getByText('There are no inactive templates.').waitFor();
});

test('a user without rights is told whom to ask', async () => {
  await openAs('nora.winters');
  await page.getByText('Ask an admin for the permission set Customer Success User.').waitFor();
  await expectAccessible();
});

test('the browser did not complain all the while', () => {
  expect(complaints).toEqual([]);
});

async function openAs(user: string): Promise<void> {
  const login = `login?as=${user}@demo.tenure.example&retURL=/lightning/n/CS_Templates`;
  await page.goto(`${product.orgUrl}/${login}`);
}

function template(name: string): Locator {
  return page.locator('c-cs-template-manager').getByRole('button', { name, exact: true });
}

async function act(name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}
