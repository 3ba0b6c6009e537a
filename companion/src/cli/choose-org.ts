import { AppError } from '../errors.ts';
import type { ConnectionStore } from '../usecases/connection-ports.ts';
import type { OrgIdentity } from '../usecases/ports.ts';
import type { AccountQueryStore } from '../usecases/query-ports.ts';
import { textOption, type OptionValues } from './command.ts';

export const ORG_OPTION = { org: { type: 'string' } } as const;

/**
 * The org that a command is about: the one named by its id, its name or that of its connection, else the only one that
 * the database knows.
 *
 * @throws {AppError} when there is none, or it is not clear which is meant
 */
export async function chooseOrg(
  store: AccountQueryStore & Pick<ConnectionStore, 'listConnections'>,
  values: OptionValues,
): Promise<OrgIdentity> {
  const orgs = await store.orgs();
  const named = textOption(values, 'org');
  const byItself = orgs.filter(({ orgId, name }) => named === null || orgId === named || name === named);
  const fitting = byItself.length > 0 ? byItself : await ofConnection(named, orgs, store);
  const [only, ...more] = fitting;
  if (only && more.length === 0) return only;
  const list = orgs.map(({ orgId, name }) => `${name} (${orgId})`).join(', ');
  if (orgs.length === 0) {
    throw new AppError(
      'NO_ORG',
      'The database knows no org yet. Run "sync" or the service once, then try again.',
    );
  }
  throw new AppError('NO_ORG', `Which org is meant? Give --org with one of: ${list}.`);
}

async function ofConnection(
  named: string | null,
  orgs: OrgIdentity[],
  store: Pick<ConnectionStore, 'listConnections'>,
): Promise<OrgIdentity[]> {
  const found = (await store.listConnections()).find(({ name }) => name === named);
  return orgs.filter(({ orgId }) => orgId === found?.orgId);
}

/**
 * The account that is meant by an id or a name.
 *
 * @throws {AppError} when there is none, or more than one
 */
export async function chooseAccount(
  store: AccountQueryStore,
  org: OrgIdentity,
  idOrName: string,
): Promise<{ accountId: string; name: string }> {
  const found = await store.findAccounts(org.orgId, idOrName);
  const [only, ...more] = found;
  if (only && more.length === 0) return only;
  const list = found.map(({ accountId }) => accountId).join(', ');
  throw new AppError(
    'NO_ACCOUNT',
    only
      ? `Several accounts are named "${idOrName}": give the id of one of ${list}.`
      : `${org.name} has no account "${idOrName}" that the companion knows. Give its id or its exact name.`,
  );
}
