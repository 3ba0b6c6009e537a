import { AppError } from '../errors.ts';
import { sealContext } from '../usecases/connect-org.ts';
import type { ConnectionStore, OrgConnectionRecord, Sealer } from '../usecases/connection-ports.ts';
import type { Clock } from '../usecases/ports.ts';

/** Longer than a token endpoint takes to answer or to be given up on. */
const CLAIM_MS = 45_000;
const ASK_AGAIN_MS = 500;

export interface RefreshDeps {
  store: Pick<ConnectionStore, 'claimGrant' | 'releaseGrant'>;
  box: Sealer;
  clock: Clock;
  wait(ms: number): Promise<unknown>;
}

/**
 * Uses the refresh token of a connection, one process at a time, and keeps the one that comes in its place where the
 * app rotates them. A process that dies in between leaves the claim to run out.
 *
 * @throws {AppError} LOGIN_REFUSED when nobody has agreed yet
 */
export async function useRefreshToken<T>(
  { id, name }: Pick<OrgConnectionRecord, 'id' | 'name'>,
  { store, box, clock, wait }: RefreshDeps,
  use: (token: string) => Promise<{ result: T; rotated: string | null }>,
): Promise<T> {
  const context = sealContext(id, 'sealedGrant');
  for (let waited = 0; ; waited += ASK_AGAIN_MS) {
    const now = clock();
    const claimed = await store.claimGrant(
      id,
      now.toISOString(),
      new Date(now.getTime() + CLAIM_MS).toISOString(),
    );
    if (claimed) {
      let rotated: string | null = null;
      try {
        if (claimed.sealedGrant === null) throw notAgreed(name);
        const used = await use(box.open(claimed.sealedGrant, context));
        rotated = used.rotated === null ? null : box.seal(used.rotated, context);
        return used.result;
      } finally {
        await store.releaseGrant(id, rotated, clock().toISOString());
      }
    }
    if (waited > CLAIM_MS)
      throw new AppError(
        'ORG_UNREACHABLE',
        `Another replica has been renewing the session of ${name} for too long.`,
      );
    await wait(ASK_AGAIN_MS);
  }
}

const notAgreed = (name: string) =>
  new AppError(
    'LOGIN_REFUSED',
    `Nobody has agreed yet that the companion may use ${name}: open the link of "connect link ${name}".`,
  );
