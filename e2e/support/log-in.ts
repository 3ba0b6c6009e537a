import type { OrgAccess } from './rest.ts';

/**
 * The REST access of a user of a local org, without a browser.
 *
 * @throws Error when nobody has that name
 */
export async function logIn(orgUrl: string, username: string): Promise<OrgAccess> {
  const response = await fetch(`${orgUrl}/login?${new URLSearchParams({ as: username, retURL: '/' })}`, {
    redirect: 'manual',
  });
  const [, sid] = /\bsid=([^;]+)/.exec(response.headers.getSetCookie().join('; ')) ?? [];
  if (sid === undefined) throw new Error(`${orgUrl} does not log ${username} in`);
  return { url: orgUrl, accessToken: decodeURIComponent(sid) };
}
