import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { importPKCS8, SignJWT } from 'jose';
import { CommandError } from '../process/command-error.ts';

/** A new app is not known everywhere in an org at once: up to ten minutes, by Salesforce's own word. */
const PATIENCE_MS = 10 * 60_000;
const RETRY_MS = 10_000;
const ASSERTION_SECONDS = 180;
/** What an org says while a new app is on its way. */
const NOT_YET = /invalid_client_id|invalid_client|app_not_found|client identifier invalid/i;

/** How the companion proves who it is. */
export type Login = { loginUrl: string; clientId: string } & (
  | { flow: 'jwt-bearer'; username: string; keyFile: string; audience: string }
  | { flow: 'client-credentials'; clientSecret: string }
);

/**
 * Logs in once as the companion will, and gives up the token at once. Waits while the org does not know the new app.
 *
 * @returns the username that the org answers for
 * @throws CommandError with the org's own reason
 */
export async function logInOnce(
  login: Login,
  { progress, patienceMs = PATIENCE_MS }: { progress: (text: string) => void; patienceMs?: number },
): Promise<string> {
  for (let waited = 0; ; waited += RETRY_MS) {
    const answer = await post(`${login.loginUrl}/services/oauth2/token`, await grantOf(login));
    if (typeof answer['access_token'] === 'string') return whoIs(login.loginUrl, answer);
    const reason = `${String(answer['error'])}: ${String(answer['error_description'] ?? 'no reason given')}`;
    if (!NOT_YET.test(reason) || waited >= patienceMs)
      throw new CommandError(`The org does not let the companion in (${reason}).`);
    progress('the org does not know the new app yet; this can take some minutes');
    await delay(RETRY_MS);
  }
}

async function grantOf(login: Login): Promise<Record<string, string>> {
  if (login.flow === 'client-credentials') {
    const { clientId, clientSecret } = login;
    return { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  }
  const key = await importPKCS8(readFileSync(login.keyFile, 'utf8'), 'RS256');
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(login.clientId)
    .setSubject(login.username)
    .setAudience(login.audience)
    .setExpirationTime(Math.floor(Date.now() / 1000) + ASSERTION_SECONDS)
    .sign(key);
  return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
}

async function whoIs(loginUrl: string, answer: Record<string, unknown>): Promise<string> {
  const token = String(answer['access_token']);
  const instance = String(answer['instance_url'] ?? loginUrl);
  const response = await fetch(`${instance}/services/oauth2/userinfo`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new CommandError(`The org gave a token and then refused it (${response.status}).`);
  const { preferred_username: username } = (await response.json()) as { preferred_username?: string };
  await post(`${instance}/services/oauth2/revoke`, { token });
  return username ?? 'unknown';
}

async function post(url: string, form: Record<string, string>): Promise<Record<string, unknown>> {
  try {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
    const text = await response.text();
    return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  } catch (error) {
    throw new CommandError(`${new URL(url).origin} does not answer: ${(error as Error).message}`);
  }
}
