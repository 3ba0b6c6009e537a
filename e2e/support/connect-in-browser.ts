/** The permission sets of the app let this user in. */
const COMPANION_USER = 'companion@demo.tenure.example';

/**
 * Walks the way of a browser from the link that "connect link" printed to the page that says that it is done: the
 * companion, the org's login, the org's consent, and back.
 *
 * @returns the text of the last page
 */
export async function connectInBrowser(
  link: string,
  companionUrl: string,
  username = COMPANION_USER,
): Promise<string> {
  // The companion listens on a free port here, not on the one that its public URL names.
  const here = (url: string) => `${companionUrl}${new URL(url).pathname}${new URL(url).search}`;
  const started = await go(here(link));
  const consent = started.location;
  const login = new URL('/login', consent);
  login.search = new URLSearchParams({ as: username, retURL: '/' }).toString();
  const session = await go(login.href);
  const agreed = await go(consent, session.cookie);
  const done = await fetch(here(agreed.location), { headers: { cookie: started.cookie } });
  return done.text();
}

async function go(url: string, cookie = ''): Promise<{ location: string; cookie: string }> {
  const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
  return { location: new URL(location, url).href, cookie: cookies.join('; ') };
}
