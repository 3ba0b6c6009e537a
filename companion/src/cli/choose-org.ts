import { AppError } from '../errors.ts';
import type { OrgIdentity } from '../usecases/ports.ts';
import type { AccountQueryStore } from '../usecases/query-ports.ts';
import { textOption, type OptionValues } from './command.ts';

export const ORG_OPTION = { org: { type: 'string' } } as const;

/**
 * The org that a command is about: the one named by its id or its name, else the only one the database knows.
 *
 * @throws {AppError} when there is none, or it is not clear which is meant
 */
export async function chooseOrg(store: AccountQueryStore, values: OptionValues): Promise<OrgIdentity> {
  const orgs = await store.orgs();
  const named = textOption(values, 'org');
  const fitting = named === null ? orgs : orgs.filter(({ orgId, name }) => orgId === named || name === named);
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
