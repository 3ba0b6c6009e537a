import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openPage } from '../support/browser.ts';
import type { Shot } from './shot.ts';

const SIZES = { laptop: { width: 1440, height: 900 }, phone: { width: 420, height: 900 } };
const PART_HEIGHT = 4000;
const REFUSAL = { data: {}, errors: [{ message: 'Your request timed out. Try again later.', paths: [] }] };

/** Takes one picture with a browser context of its own, so that no picture depends on the one before. */
export async function takeShot(browser: Browser, orgUrl: string, folder: string, shot: Shot): Promise<void> {
  const { page } = await openPage(browser);
  try {
    await page.setViewportSize(SIZES[shot.size ?? 'laptop']);
    if (shot.graphql) {
      // Held requests never end: the page is closed with its spinner.
      await page.route('**/graphql', (route) =>
        shot.graphql === 'refuse' ? route.fulfill({ json: REFUSAL }) : undefined,
      );
    }
    const login = new URLSearchParams({
      as: `${shot.as ?? 'dana.reyes'}@demo.tenure.example`,
      retURL: shot.at,
    });
    await page.goto(`${orgUrl}/login?${login}`);
    await shot.prepare(page);
    // Icons come last. A held request never lets the network be idle.
    if (shot.graphql !== 'hold') await page.waitForLoadState('networkidle');
    const file = path.join(folder, `${shot.name}.png`);
    // A part that is taller than the window would be taken under the header, which stays in place.
    if (shot.part) await page.setViewportSize({ ...SIZES[shot.size ?? 'laptop'], height: PART_HEIGHT });
    if (shot.part) await page.locator(shot.part).first().screenshot({ path: file });
    else await page.screenshot({ path: file, fullPage: shot.fullPage ?? false });
  } finally {
    await page.context().close();
  }
}
