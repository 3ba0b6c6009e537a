import { insert, query, type OrgAccess } from './rest.ts';

/** The user of the companion may only call the API; who logs in with a browser is somebody else. */
const PERSON = 'omar.haddad@demo.tenure.example';

/** Lets the admin in by the policies of the companion's app, with the rights that the companion needs. */
export async function allowPerson(org: OrgAccess): Promise<void> {
  const [user] = await query<{ Id: string }>(org, `SELECT Id FROM User WHERE Username = '${PERSON}'`);
  const [set] = await query<{ Id: string }>(org, `SELECT Id FROM PermissionSet WHERE Name = 'CS_Companion'`);
  await insert(org, 'PermissionSetAssignment', { AssigneeId: user?.Id, PermissionSetId: set?.Id });
}

/**
 * Walks the way of a browser from the link that "connect link" printed to the page that says that it is done: the
 * companion, the org's login, the org's consent, and back.
 *
 * @returns the text of the last page
 */
export async function connectInBrowser(link: string, companionUrl: string): Promise<string> {
  // The companion listens on a free port here, not on the one that its public URL names.
  const here = (url: string) => `${companionUrl}${new URL(url).pathname}${new URL(url).search}`;
  const started = await go(here(link));
  const consent = started.location;
  const login = new URL('/login', consent);
  login.search = new URLSearchParams({ as: PERSON, retURL: '/' }).toString();
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
