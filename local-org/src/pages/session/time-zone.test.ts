import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createOrg } from '../../create-org.ts';
import { addUser } from '../testing/add-user.ts';
import { openPages, START_TIMEOUT_MS } from '../testing/open-pages.ts';

/** Half an hour before midnight in UTC. */
const START = '2026-11-22T23:30:00Z';
const READ_MODULES = `Promise.all(['timeZone', 'locale', 'firstDayOfWeek'].map(async (name) =>
  (await import('@salesforce/i18n/' + name)).default))`;

let pages: Awaited<ReturnType<typeof openPages>>;
let path: string;

beforeAll(async () => {
  const org = createOrg();
  addUser(org, { username: 'west@example.com', timeZone: 'America/Los_Angeles' });
  addUser(org, { username: 'east@example.com', timeZone: 'Asia/Tokyo', locale: 'en_GB' });
  const { id } = org.records.create(org.userById(org.adminId), 'Event', {
    Subject: 'Late call',
    StartDateTime: START,
    DurationInMinutes: 60,
  });
  path = `/lightning/r/Event/${id}/view`;
  pages = await openPages(org);
}, START_TIMEOUT_MS);

afterAll(() => pages.close());

test.each([
  ['west@example.com', '11/22/2026, 3:30 PM', ['America/Los_Angeles', 'en-US', 1]],
  ['east@example.com', '23/11/2026, 8:30', ['Asia/Tokyo', 'en-GB', 2]],
])('%s sees a moment as %s, by her own settings', async (username, shown, settings) => {
  const page = await pages.logIn({ username, path });
  const moment = page.locator('force-highlights-panel lightning-formatted-date-time');
  await moment.filter({ hasText: '2026' }).waitFor();
  expect((await moment.innerText()).replace(/\s/g, ' ')).toBe(shown);
  expect(await page.evaluate(READ_MODULES)).toEqual(settings);
});
