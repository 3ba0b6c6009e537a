import { parseArgs } from 'node:util';
import type { Page, Request } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';

// What the account page costs: GraphQL requests by name, layout shift (CLS), and the time until each card has its
// content. Against a product that runs: `npm start`, then `node e2e/measure-account-page.ts --account 001…`.

/** A card, and what of it only appears with its content. */
const CARDS: Record<string, string> = {
  risk: 'c-cs-risk c-cs-risk-contribution',
  trend: 'c-cs-health-trend svg.drawing',
  touchpoint: 'c-cs-touchpoint [data-id="edit"]',
};
const TRIES = 3;
/** After the content, so that a late request or a late shift is counted as well. */
const SETTLE_MS = 3_000;
const WIDTHS = [1440, 420];

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:4600' },
    user: { type: 'string', default: 'dana.reyes@demo.tenure.example' },
    account: { type: 'string', default: '' },
  },
});
if (!/^001\w+$/.test(values.account)) throw new Error('--account: the Id of an account is expected, as 001…');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Notes what moves without the user's doing, from before the first paint on, by the component that it is part of. */
const OBSERVE_SHIFTS = `
  window.shifts = [];
  const componentOf = (node) => {
    for (let at = node; at; at = at.parentNode || at.host) if (at.localName?.includes('-')) return at.localName;
    return node?.localName || 'nothing that is left';
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map(({ node, previousRect: was, currentRect: is }) =>
        componentOf(node) + ' from ' + Math.round(was.top) + '+' + Math.round(was.height) + ' to ' + Math.round(is.top) + '+' + Math.round(is.height));
      window.shifts.push({ value: entry.value, at: Math.round(entry.startTime), moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });`;

interface Shift {
  value: number;
  at: number;
  moved: string[];
}

const browser = await launchBrowser();
try {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.addInitScript(OBSERVE_SHIFTS);
    const page = await context.newPage();
    await page.goto(
      `${values.url}/login?${new URLSearchParams({ as: values.user, retURL: '/lightning/page/home' })}`,
    );
    const names: string[] = [];
    page.on('request', (request) => void names.push(...nameOf(request)));
    say(`${width} px`);
    for (let tried = 0; tried <= TRIES; tried += 1) {
      names.length = 0;
      const times = await openAccount(page);
      await page.waitForTimeout(SETTLE_MS);
      const shifts = await page.evaluate<Shift[]>('window.shifts');
      const total = shifts.reduce((sum, { value }) => sum + value, 0);
      say(
        `  ${tried === 0 ? 'first' : 'again'}: ${times}; CLS ${total.toFixed(3)}; GraphQL ${names.join(', ')}`,
      );
      if (tried < TRIES) continue;
      for (const { value, at, moved } of shifts)
        say(`    ${value.toFixed(3)} at ${at} ms: ${moved.join(', ')}`);
    }
    await context.close();
  }
} finally {
  await browser.close();
}

async function openAccount(page: Page): Promise<string> {
  const started = performance.now();
  await page.goto(`${values.url}/lightning/r/Account/${values.account}/view`);
  const times = await Promise.all(
    Object.entries(CARDS).map(async ([card, content]) => {
      await page.locator(content).first().waitFor({ state: 'attached' });
      return `${card} ${Math.round(performance.now() - started)} ms`;
    }),
  );
  return times.join(', ');
}

function nameOf(request: Request): string[] {
  if (request.method() !== 'POST' || !request.url().endsWith('/graphql')) return [];
  return [/(?:query|mutation) (\w+)/.exec(request.postData() ?? '')?.[1] ?? 'unnamed'];
}
