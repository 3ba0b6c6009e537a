import { createHash, randomBytes } from 'node:crypto';
import type {
  BrowserLogin,
  ConnectAttemptStore,
  ConnectionStore,
  OrgConnectionRecord,
  Sealer,
  SealedPart,
} from './connection-ports.ts';
import type { Clock } from './ports.ts';

/** Time to open the link, and time to log in. */
const TICKET_LIFETIME_MS = 60 * 60_000;
const LOGIN_LIFETIME_MS = 15 * 60_000;
/** 256 bits: nothing that can be guessed, and a PKCE verifier of 43 characters (RFC 7636, section 4.1). */
const SECRET_BYTES = 32;

export interface ConnectDeps {
  store: ConnectionStore & ConnectAttemptStore;
  box: Sealer;
  login: BrowserLogin;
  clock: Clock;
  /** Where the org sends the browser back to. */
  redirectUri: string;
  /** Told when a person has agreed. */
  onConnected?(): void;
}

/** Whose secret it is, for the seal: a sealed part of one connection opens in no other place. */
export const sealContext = (connectionId: string, part: SealedPart | 'verifier') =>
  `org_connection ${connectionId} ${part}`;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
const makeSecret = () => randomBytes(SECRET_BYTES).toString('base64url');

/** Makes the ticket that lets whoever opens the link log the companion in, once and within the hour. */
export async function issueTicket(
  connectionId: string,
  { store, clock }: { store: ConnectAttemptStore; clock: Clock },
): Promise<string> {
  const ticket = makeSecret();
  const expiresAt = new Date(clock().getTime() + TICKET_LIFETIME_MS).toISOString();
  await store.saveAttempt({ hash: hashOf(ticket), connectionId, sealedVerifier: null, expiresAt });
  return ticket;
}

/** What came of a step in the browser; `problem` is for the person in front of it. */
export type ConnectStep<T> = ({ ok: true } & T) | { ok: false; problem: string };

const OVER =
  'This link is not known, was used before, or is over. Make a new one: npm run companion -- connect link NAME.';

/** Starts the login: where to send the browser, and the state that has to come back with it. */
export async function beginConnect(
  ticket: string,
  { store, box, login, clock, redirectUri }: ConnectDeps,
): Promise<ConnectStep<{ url: string; state: string }>> {
  const now = clock();
  const found = await store.takeAttempt(hashOf(ticket), now.toISOString());
  const connection = found && !found.sealedVerifier ? await findConnection(found.connectionId, store) : null;
  if (!connection) return { ok: false, problem: OVER };
  const [state, verifier] = [makeSecret(), makeSecret()];
  await store.saveAttempt({
    hash: hashOf(state),
    connectionId: connection.id,
    sealedVerifier: box.seal(verifier, sealContext(connection.id, 'verifier')),
    expiresAt: new Date(now.getTime() + LOGIN_LIFETIME_MS).toISOString(),
  });
  const { loginUrl, clientId } = connection;
  const url = login.authorizeUrl({ loginUrl, clientId, redirectUri, state, challenge: hashOf(verifier) });
  return { ok: true, url, state };
}

/** Ends the login: changes the code for a refresh token and keeps it, sealed. */
export async function finishConnect(
  answer: { state: string; code: string | null; error: string | null },
  { store, box, login, clock, redirectUri, onConnected }: ConnectDeps,
): Promise<ConnectStep<{ name: string; orgId: string }>> {
  const at = clock().toISOString();
  const found = await store.takeAttempt(hashOf(answer.state), at);
  const connection = found?.sealedVerifier ? await findConnection(found.connectionId, store) : null;
  if (!found?.sealedVerifier || !connection) return { ok: false, problem: OVER };
  if (answer.code === null)
    return { ok: false, problem: `The org did not agree: ${answer.error ?? 'no code came back'}.` };
  const { id, name, loginUrl, clientId, sealedSecret, sealedGrant } = connection;
  const { refreshToken, orgId } = await login.redeemCode({
    ...{ loginUrl, clientId, redirectUri, code: answer.code },
    clientSecret: sealedSecret === null ? null : box.open(sealedSecret, sealContext(id, 'sealedSecret')),
    verifier: box.open(found.sealedVerifier, sealContext(id, 'verifier')),
  });
  const sealed = box.seal(refreshToken, sealContext(id, 'sealedGrant'));
  if (!(await store.replaceSealed(id, 'sealedGrant', sealedGrant, sealed, at)))
    return { ok: false, problem: 'The connection was changed while you logged in. Try again.' };
  await store.noteLogin(id, orgId, at);
  onConnected?.();
  return { ok: true, name, orgId };
}

async function findConnection(id: string, store: ConnectionStore): Promise<OrgConnectionRecord | null> {
  const found = (await store.listConnections()).find((each) => each.id === id);
  return found?.flow === 'web-server' ? found : null;
}

/**
 * Seals anew what was sealed with a key other than the first, so that the old key can be dropped.
 *
 * @returns how many secrets were sealed anew
 */
export async function resealConnections({
  store,
  box,
  clock,
}: Pick<ConnectDeps, 'store' | 'box' | 'clock'>): Promise<number> {
  let count = 0;
  for (const connection of await store.listConnections()) {
    for (const part of ['sealedSecret', 'sealedGrant'] as const) {
      const was = connection[part];
      if (was === null || !box.isOutdated(was)) continue;
      const context = sealContext(connection.id, part);
      const sealed = box.seal(box.open(was, context), context);
      // One that was changed meanwhile was sealed with the first key by whoever changed it.
      if (await store.replaceSealed(connection.id, part, was, sealed, clock().toISOString())) count += 1;
    }
  }
  return count;
}
