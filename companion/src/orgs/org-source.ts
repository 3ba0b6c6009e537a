import { AppError } from '../errors.ts';
import { tellMissingOrg, type Env } from '../config/env.ts';
import type { OrgLogin } from '../salesforce/authenticate.ts';
import type { ConnectionStore, OrgConnectionRecord, Sealer } from '../usecases/connection-ports.ts';
import type { Clock, OrgIdentity } from '../usecases/ports.ts';
import { toLogin } from './to-login.ts';

/** What the org of the environment is called, for want of a name before it has logged in. */
export const ENVIRONMENT = 'environment';

/** An org to work for: the one that the environment names, or one of a connection that is kept. */
export interface OrgSource {
  id: string;
  name: string;
  loginUrl: string;
  /** Null for the org of the environment. */
  connection: OrgConnectionRecord | null;
  /** How to log in; its secrets are opened when this is called. */
  login(): OrgLogin;
}

export interface SourceDeps {
  store: ConnectionStore;
  box: Sealer;
  clock: Clock;
}

/** All orgs to work for, that of the environment first. */
export async function listSources(salesforce: Env['salesforce'], deps: SourceDeps): Promise<OrgSource[]> {
  const { home, apiVersion } = salesforce;
  const connections = (await deps.store.listConnections()).map((connection) => ({
    ...{ id: connection.id, name: connection.name, loginUrl: connection.loginUrl, connection },
    login: () => toLogin(connection, { ...deps, apiVersion }),
  }));
  if (!home) return connections;
  const login = () => ({ ...home, apiVersion });
  return [
    { id: ENVIRONMENT, name: ENVIRONMENT, loginUrl: home.loginUrl, connection: null, login },
    ...connections,
  ];
}

/** Whether a word names an org: its id, its name, or the name of its connection. */
export function isNamed(
  word: string,
  { name, connection }: Pick<OrgSource, 'name' | 'connection'>,
  org: Pick<OrgIdentity, 'orgId' | 'name'> | null,
): boolean {
  return [name, connection?.orgId, org?.orgId, org?.name].includes(word);
}

/**
 * The org that is meant by a word, else that of the environment, else the only one there is. Which org the environment
 * names is known only after its login: where nothing else fits the word, it is the one, to be checked then.
 *
 * @throws {AppError} NO_ORG when there is none, or it is not clear which is meant
 */
export function chooseSource(
  word: string | null,
  sources: readonly OrgSource[],
  orgs: readonly OrgIdentity[],
): OrgSource {
  const environment = sources.find(({ connection }) => connection === null);
  const [only, ...others] = sources;
  if (word === null) {
    const chosen = environment ?? (others.length === 0 ? only : undefined);
    if (chosen) return chosen;
    if (only) throw noOrg(`Which org is meant? Give --org with one of: ${listNames(sources)}.`);
    throw noOrg(`There is no org to work for. ${tellMissingOrg()}. Or connect one: companion connect add.`);
  }
  const orgOf = ({ connection }: OrgSource) => orgs.find(({ orgId }) => orgId === connection?.orgId) ?? null;
  const fitting = sources.filter((source) => isNamed(word, source, orgOf(source)));
  const [found, ...more] = fitting;
  if (found && more.length === 0) return found;
  if (found)
    throw noOrg(`Several orgs are named "${word}". Give --org with the id of one of: ${listNames(fitting)}.`);
  if (environment) return environment;
  throw noOrg(
    `No org is named "${word}". Give --org with one of: ${listNames(sources) || 'none is connected'}.`,
  );
}

const noOrg = (message: string) => new AppError('NO_ORG', message);
const listNames = (sources: readonly OrgSource[]) =>
  sources
    .map(({ name, connection }) => (connection?.orgId ? `${name} (${connection.orgId})` : name))
    .join(', ');
