import { CommandError } from '../process/command-error.ts';

/**
 * The error for something that an org must have and has not.
 *
 * @example describeUnavailable('permission set', ['CS_User'], 'which force-app deploys')
 */
export function describeUnavailable(kind: string, names: readonly string[], why: string): CommandError {
  return new CommandError(`The org has no ${kind} ${names.map((name) => `"${name}"`).join(' or ')}, ${why}.`);
}
