import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser, openPage } from './support/browser.ts';
import { startProduct } from './support/start-product.ts';

// Takes the pictures of the documentation from the running product: `npm run screenshots`.

const IMAGES = path.resolve(import.meta.dirname, '..', 'docs', 'images');
const say = (text: string): void => void process.stderr.write(`${text}\n`);

mkdirSync(IMAGES, { recursive: true });
say('Starting the product on fresh demo data …');
const product = await startProduct({ env: { DATABASE_URL: '' } });
const browser = await launchBrowser();
try {
  const { page } = await openPage(browser);
  await page.goto(product.accountPage);
  await page.locator('c-cs-risk').getByText('What adds up to the score').waitFor();
  await page.locator('c-cs-health-trend svg').first().waitFor();
  await page.screenshot({ path: path.join(IMAGES, 'account-page.png'), fullPage: true });
  say('account-page.png');

  await page.getByRole('button', { name: 'Edit the next touchpoint' }).click();
  await page.getByLabel('Next touchpoint').waitFor();
  await page.locator('c-cs-touchpoint').screenshot({ path: path.join(IMAGES, 'touchpoint-edit.png') });
  say('touchpoint-edit.png');

  await page.goto(`${product.orgUrl}/lightning/n/CS_Touchpoints`);
  await page.getByText('10 of 10 accounts shown').waitFor();
  await page.screenshot({ path: path.join(IMAGES, 'touchpoints.png') });
  say('touchpoints.png');

  for (const row of [0, 1, 2]) await page.locator('tbody .slds-checkbox_faux').nth(row).click();
  await page.getByRole('button', { name: 'Change 3 accounts…' }).click();
  await page.getByRole('combobox', { name: 'What to change' }).click();
  await page.getByRole('option', { name: 'Set tier' }).click();
  await page.getByRole('combobox', { name: 'Value' }).click();
  await page.getByRole('option', { name: 'Enterprise' }).click();
  await page.getByText('3 accounts will change').waitFor();
  await page.screenshot({ path: path.join(IMAGES, 'bulk-actions.png') });
  say('bulk-actions.png');

  await page.setViewportSize({ width: 420, height: 900 });
  await page.goto(product.accountPage);
  await page.locator('c-cs-risk').getByText('What adds up to the score').waitFor();
  await page.screenshot({ path: path.join(IMAGES, 'account-page-narrow.png') });
  say('account-page-narrow.png');

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(
    `${product.orgUrl}/login?as=helen.okafor@demo.tenure.example&retURL=/lightning/o/Dashboard/home`,
  );
  for (const [name, file] of [
    ['Customer Success: Executive', 'dashboard-executive.png'],
    ['Customer Success: CSM Team', 'dashboard-team.png'],
  ] as const) {
    await page.getByRole('link', { name: 'Dashboards', exact: true }).click();
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.locator('analytics-dashboard-component').last().waitFor();
    await page.screenshot({ path: path.join(IMAGES, file), fullPage: true });
    say(file);
  }

  await page.goto(`${product.companionUrl}/`);
  await page.screenshot({ path: path.join(IMAGES, 'companion-status.png') });
  say('companion-status.png');
} finally {
  await browser.close();
  await product.stop();
}
