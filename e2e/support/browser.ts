import { chromium, type Browser, type Page } from 'playwright-core';
import { PATIENCE_MS } from './eventually.ts';
import { readSlowMode, slowDown } from './slow-mode.ts';

// What a browser in a closed network needs to stay quiet; harmless elsewhere.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium: CHROME_PATH as `npm test` sets it, else the system's. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
  });
}

const slowMode = readSlowMode(process.env);

/** A page as on a laptop, that collects what the browser complains about; as on a slow one with TENURE_E2E_SLOW. */
export async function openPage(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  if (slowMode) {
    process.stderr.write(`TENURE_E2E_SLOW=${slowMode.factor} TENURE_E2E_SEED=${slowMode.seed}\n`);
    await slowDown(page, slowMode);
  }
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}
