import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser, openPage } from './support/browser.ts';
import { startProduct } from './support/start-product.ts';
import { CONSOLE_SHOTS } from './screenshots/console-shots.ts';
import { accountShots, MANAGER_SHOTS } from './screenshots/product-shots.ts';
import { SETUP_SHOTS } from './screenshots/setup-shots.ts';
import { takeShot } from './screenshots/take-shot.ts';

// Takes the pictures of the documentation from the running product: `npm run screenshots`, or those whose name begins
// so with `npm run screenshots -- --only renewals,home`. A new picture is a line in a table under screenshots/.

const IMAGES = path.resolve(import.meta.dirname, '..', 'docs', 'images');
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const isWanted = (name: string): boolean => values.only.split(',').some((start) => name.startsWith(start));

mkdirSync(IMAGES, { recursive: true });
say('Starting the product on fresh demo data …');
const product = await startProduct({ env: { DATABASE_URL: '' } });
const browser = await launchBrowser();
try {
  const { searchParams } = new URL(product.accountPage);
  const shots = [
    ...accountShots(searchParams.get('retURL') ?? ''),
    ...CONSOLE_SHOTS,
    ...MANAGER_SHOTS,
    ...SETUP_SHOTS,
  ];
  for (const shot of shots.filter(({ name }) => isWanted(name))) {
    await takeShot(browser, product.orgUrl, IMAGES, shot);
    say(`${shot.name}.png`);
  }
  if (isWanted('companion-status')) {
    const { page } = await openPage(browser);
    await page.goto(`${product.companionUrl}/`);
    await page.screenshot({ path: path.join(IMAGES, 'companion-status.png') });
    say('companion-status.png');
  }
} finally {
  await browser.close();
  await product.stop();
}
