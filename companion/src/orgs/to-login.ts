import { setTimeout as sleep } from 'node:timers/promises';
import { defaultAudience } from '../config/default-audience.ts';
import { AppError } from '../errors.ts';
import type { OrgLogin } from '../salesforce/authenticate.ts';
import { sealContext } from '../usecases/connect-org.ts';
import type {
  ConnectionStore,
  OrgConnectionRecord,
  Sealer,
  SealedPart,
} from '../usecases/connection-ports.ts';
import type { Clock } from '../usecases/ports.ts';
import { useRefreshToken } from './use-refresh-token.ts';

/**
 * How to log in by a connection that is kept: its secrets are opened when they are needed, and nowhere else.
 *
 * @throws {AppError} when a secret is missing, or cannot be opened
 */
export function toLogin(
  connection: OrgConnectionRecord,
  {
    store,
    box,
    clock,
    apiVersion,
  }: { store: ConnectionStore; box: Sealer; clock: Clock; apiVersion: string },
): OrgLogin {
  const { name, flow, loginUrl, clientId, username } = connection;
  const open = (part: SealedPart) => {
    const sealed = connection[part];
    if (sealed === null)
      throw new AppError('SECRET_MISSING', `The connection ${name} lacks its ${WORDS[part]}.`);
    return box.open(sealed, sealContext(connection.id, part));
  };
  if (flow === 'client-credentials') {
    const credentials = { flow, clientId, clientSecret: open('sealedSecret') };
    return { loginUrl, apiVersion, credentials };
  }
  if (flow === 'jwt-bearer') {
    const key = { pem: open('sealedGrant') };
    const audience = defaultAudience(loginUrl);
    return { loginUrl, apiVersion, credentials: { flow, clientId, username: username ?? '', key, audience } };
  }
  const clientSecret = connection.sealedSecret === null ? null : open('sealedSecret');
  const deps = { store, box, clock, wait: (ms: number) => sleep(ms) };
  return {
    loginUrl,
    apiVersion,
    credentials: { flow, clientId, clientSecret, refresh: (use) => useRefreshToken(connection, deps, use) },
  };
}

const WORDS: Record<SealedPart, string> = {
  sealedSecret: 'consumer secret',
  sealedGrant: 'private key or refresh token',
};
