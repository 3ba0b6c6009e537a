import type { Page } from 'playwright-core';
import type { LocalOrg } from './local-org.ts';

/** Logs a page in as a user of the product and goes to a path of it. */
export async function openAs(page: Page, orgUrl: string, username: string, path: string): Promise<void> {
  const query = new URLSearchParams({ as: username, retURL: path });
  await page.goto(`${orgUrl}/login?${query}`);
}

/** The REST access of whoever a page is logged in as. */
export async function accessOf(page: Page, orgUrl: string): Promise<LocalOrg> {
  const cookies = await page.context().cookies(orgUrl);
  const session = cookies.find(({ name }) => name === 'sid');
  if (!session) throw new Error(`The page is not logged in to ${orgUrl}: it has no cookie sid`);
  return { url: orgUrl, accessToken: session.value, stop: () => Promise.resolve() };
}
