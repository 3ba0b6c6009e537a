import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { runOnProduct } from '../support/companion-command.ts';
import { openAs } from '../support/session.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const PATH = '/lightning/n/CS_Setup';
const ADMIN = 'omar.haddad@demo.tenure.example';

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

const panel = () => page.locator('c-cs-field-mapping');
const row = (name: string): Locator =>
  panel()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
const dialog = () => page.getByRole('dialog');

test('an admin finds her own field by typing, and sees on ten accounts what it would do', async () => {
  await openFields(ADMIN);
  await row('CSM').getByText('Kept in Tenure').waitFor();
  await expectAccessible();
  await row('CSM').getByRole('button', { name: 'Map' }).click();
  await dialog().getByRole('combobox', { name: 'Your field' }).fill('owner');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog().getByText('This field fits.').waitFor();
  await dialog()
    .getByText(/\d+ of 10 would change/)
    .waitFor();
  expect(await dialog().getByRole('table', { name: 'Preview' }).getByRole('row').count()).toBe(11);
  await expectAccessible();
});

test('what is saved waits for the companion', async () => {
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().waitFor({ state: 'detached' });
  await row('CSM').getByText('Waiting for the companion').waitFor();
});

test('a picklist is mapped value by value', async () => {
  await row('Tier').getByRole('button', { name: 'Map' }).click();
  await dialog().getByRole('combobox', { name: 'Your field' }).fill('rating');
  await dialog()
    .getByRole('option', { name: /Account Rating/ })
    .click();
  await dialog().getByText('none of them is one of ours').waitFor();
  expect(await dialog().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await standFor('Hot', 'Strategic');
  await dialog().getByText('Accounts with “Warm”, “Cold” keep the Tier they have.').waitFor();
  await expectAccessible();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().waitFor({ state: 'detached' });
  await row('Tier').getByText('Waiting for the companion').waitFor();
});

test('after the next sync the page says what is mirrored, and what the companion may not read', async () => {
  await sync();
  await openFields(ADMIN);
  await row('CSM').getByText('OwnerId is read and mirrored.').waitFor();
  await row('Tier').getByText('Not read').waitFor();
  await row('Tier').getByText("give the companion's user read access").waitFor();
  await expectAccessible();
});

test('another field is chosen, and the page says what there is to know of it', async () => {
  await row('Tier').getByRole('button', { name: 'Change' }).click();
  await dialog().getByRole('combobox', { name: 'Your field' }).fill('industry');
  await dialog()
    .getByRole('option', { name: /Industry/ })
    .click();
  await standFor('Banking', 'Strategic');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().waitFor({ state: 'detached' });
  await row('Tier').getByText('Waiting for the companion').waitFor();
  await sync();
  await openFields(ADMIN);
  await row('Tier').getByText('Mirrored, with remarks').waitFor();
  await row('Tier')
    .getByText(/accounts keep their Tier, such as .+ which stands for no Tier\. Not mapped: /)
    .waitFor();
});

test('a mapping is stopped, and the field is kept in Tenure again', async () => {
  await row('Tier').getByRole('button', { name: 'Stop' }).click();
  await row('Tier').getByText('Kept in Tenure').waitFor();
  await row('CSM').getByRole('button', { name: 'Stop' }).click();
  await row('CSM').getByText('Kept in Tenure').waitFor();
});

test('a user without rights is told whom to ask', async () => {
  await openFields('dana.reyes@demo.tenure.example');
  await page
    .getByText('Ask an admin for the permission set Customer Success Admin.')
    .filter({ visible: true })
    .first()
    .waitFor();
});

test('the browser did not complain all the while', () => {
  expect(complaints).toEqual([]);
});

/** Says in the dialog which of our values one of hers stands for. */
async function standFor(own: string, ours: string): Promise<void> {
  await dialog()
    .getByRole('combobox', { name: `“${own}” stands for` })
    .click();
  await dialog().getByRole('option', { name: ours }).click();
}

async function sync(): Promise<void> {
  const { stdout, stderr } = await runOnProduct(product, ['sync']);
  expect({ stdout, stderr }).toMatchObject({ stdout: expect.stringContaining('failed 0') });
}

/** Logs in and opens the tab Fields of the setup page. */
async function openFields(username: string): Promise<void> {
  await openAs(page, product.orgUrl, username, PATH);
  await page.getByRole('tab', { name: 'Fields', exact: true }).click();
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
