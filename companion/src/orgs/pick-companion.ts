import { AppError } from '../errors.ts';
import type { Companion } from '../open-companion.ts';
import type { OrgFleet } from './org-fleet.ts';
import { ENVIRONMENT, isNamed } from './org-source.ts';
import type { OrgService } from './org-service.ts';

/**
 * The companion of the org that a command is about: the one that is named, else that of the environment, else the only
 * one there is.
 *
 * @throws {AppError} NO_ORG when it is not at work, and why, or it is not clear which is meant
 */
export function pickCompanion(
  word: string | null,
  { services, waiting }: Pick<OrgFleet<OrgService>, 'services' | 'waiting'>,
): Companion {
  const all = services();
  const fitting =
    word === null
      ? all.filter(({ source }) => source.id === ENVIRONMENT)
      : all.filter(({ source, status }) => isNamed(word, source, status.org));
  const [found, ...more] = fitting;
  if (found && more.length === 0) return found.companion;
  const away = waiting().find(({ name, isEnvironment }) => (word === null ? isEnvironment : name === word));
  if (away) throw new AppError('NO_ORG', `The org "${away.name}" is not at work: ${away.problem}`);
  const [only, ...others] = all;
  if (word === null && only && others.length === 0) return only.companion;
  const names = all.map(
    ({ source, status }) => `${nameOf(source.name, status.org.name)} (${status.org.orgId})`,
  );
  const list = names.join(', ') || 'none is at work';
  const what = found || word === null ? 'Which org is meant?' : `No org named "${word}" is at work.`;
  throw new AppError('NO_ORG', `${what} Give --org with one of: ${list}.`);
}

const nameOf = (connection: string, org: string) => (connection === ENVIRONMENT ? org : connection);
