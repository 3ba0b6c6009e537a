import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createOrg } from '../create-org.ts';
import type { Org } from '../org.ts';
import { grantApp } from './testing/grant-app.ts';
import { openPages, START_TIMEOUT_MS } from './testing/open-pages.ts';
import { putSamplePage } from './testing/sample-page.ts';

// A browser on a busy machine takes its time.
jest.setTimeout(60_000);

let org: Org;
let pages: Awaited<ReturnType<typeof openPages>>;
let page: Page;
let recordPath: string;
const complaints: string[] = [];

beforeAll(async () => {
  org = createOrg();
  putSamplePage(org);
  grantApp(org, 'Sample_App');
  const { id } = org.records.create(org.userById(org.adminId), 'Account', { Name: 'Acme' });
  recordPath = `/lightning/r/Account/${id}/view`;
  pages = await openPages(org);
  page = await pages.logIn({ path: '/lightning/app/Sample_App' });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(org.baseUrl() + recordPath);
}, START_TIMEOUT_MS);

afterAll(() => pages.close());

const shown = (text: string) => page.getByText(text, { exact: true }).first().waitFor();

describe('a record page in a browser', () => {
  test('draws the app, the highlights and the deployed component with its record', async () => {
    await page.locator('[data-record-name]', { hasText: 'Acme' }).waitFor();
    await page.locator('c-cs-sample [data-name]', { hasText: 'Acme' }).waitFor();
    await shown('Sample App');
    await page.waitForFunction(`document.title.startsWith('Acme')`);
    expect(await page.title()).toBe('Acme | Account | Salesforce');
  });

  test('keeps the fault of one component in its box, and names what is not modelled', async () => {
    await shown('A component error occurred in c:csFaulty');
    await shown('No text today.');
    await page.getByText('runtime:unheardOf').waitFor();
    expect(await page.locator('c-cs-sample').count()).toBe(1);
  });

  test('has no accessibility violations, and nothing but that fault was complained of', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    expect(complaints.filter((text) => !text.includes('No text today.'))).toEqual([]);
  });

  test('an account is found by its name', async () => {
    await page.getByRole('link', { name: 'Accounts' }).click();
    await page.getByRole('heading', { name: 'All Accounts' }).waitFor();
    await page.getByPlaceholder('Search accounts').fill('acm');
    await page.getByRole('option', { name: /Acme/ }).click();
    await page.locator('[data-record-name]', { hasText: 'Acme' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(recordPath);
  });

  test('a change by one component reaches the others, with its toast, without a reload', async () => {
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.locator('[data-record-name]', { hasText: 'Renamed' }).waitFor();
    await shown('Saved');
    expect(await page.locator('c-cs-sample [data-name]').innerText()).toBe('Renamed');
  });

  test('the edit form asks for what is required, then saves to the org', async () => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Account Name').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Complete this field.').first().waitFor();
    await dialog.getByLabel('Account Name').fill('Edited');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.locator('c-cs-sample [data-name]', { hasText: 'Edited' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('[data-record-name]').innerText()).toBe('Edited');
  });

  test('tabs, back and forward move between pages of one document', async () => {
    await page.evaluate('window.sameDocument = true');
    await page.getByRole('link', { name: 'Contacts' }).click();
    await page.getByText('There is nothing in this list.').waitFor();
    await page.goBack();
    await page.locator('[data-record-name]', { hasText: 'Edited' }).waitFor();
    await page.goForward();
    await page.getByText('There is nothing in this list.').waitFor();
    expect(await page.evaluate('window.sameDocument')).toBe(true);
    expect(new URL(page.url()).pathname).toBe('/lightning/o/Contact/list');
  });

  test('the bell says that there is nothing new, and closes by key', async () => {
    const bell = page.getByRole('button', { name: 'Notifications' });
    await bell.click();
    await page.getByRole('dialog', { name: 'Notifications' }).getByText("You're all caught up.").waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await bell.evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  test('a record that is not there says so', async () => {
    await page.goto(`${org.baseUrl()}/lightning/r/Account/001000000000000AAA/view`);
    await shown("We can't show this page");
    expect(await page.locator('c-cs-sample').count()).toBe(0);
  });
});
