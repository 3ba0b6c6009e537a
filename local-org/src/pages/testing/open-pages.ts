import { chromium, type Page } from 'playwright-core';
import type { Org } from '../../org.ts';
import { createServer } from '../../server.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];
/** The first page of a run builds the browser code. */
export const START_TIMEOUT_MS = 180_000;
const DESKTOP = { width: 1440, height: 900 };

interface LogIn {
  username?: string;
  path: string;
  viewport?: { width: number; height: number };
}

interface OpenPages {
  /** A page of its own session, logged in and gone to a path of the org. */
  logIn(request: LogIn): Promise<Page>;
  close(): Promise<void>;
}

/** Serves an org and opens a browser on it. */
export async function openPages(org: Org): Promise<OpenPages> {
  const server = createServer(org);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    async logIn({ username = 'admin@local.tenure.example', path, viewport = DESKTOP }) {
      const page = await (await browser.newContext({ viewport })).newPage();
      const query = new URLSearchParams({ as: username, retURL: path });
      await page.goto(`${org.baseUrl()}/login?${query}`, { timeout: START_TIMEOUT_MS });
      return page;
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      org.close();
    },
  };
}
