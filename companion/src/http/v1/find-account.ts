import { AppError } from '../../errors.ts';
import type { V1Deps } from './route.ts';

/**
 * The account of an id, of 15 or 18 characters, with the day on which it was last scored.
 *
 * @throws {AppError} NOT_FOUND when the companion knows none
 */
export async function findAccount(
  id: string,
  { org, store }: V1Deps,
): Promise<{ accountId: string; scoredAsOf: string | null }> {
  const [found] = await store.findAccounts(org.orgId, id);
  if (found) return found;
  throw new AppError('NOT_FOUND', `The companion knows no account ${id}.`);
}
