import { CommandError } from '../process/command-error.ts';
import { describeFailure, type SfAnswer } from './describe-failure.ts';
import { askSf, type SfEnvironment } from './run-sf.ts';

interface AssignmentFailure {
  readonly name: string;
  readonly message: string;
  readonly details?: readonly { readonly errorCode?: string }[];
}

/**
 * Assigns permission sets to the user who is logged in. Those she has already stay as they are: the CLI calls a second
 * assignment a failure.
 *
 * @throws CommandError when the org refuses an assignment for another reason
 */
export async function assignPermissionSets(
  names: readonly string[],
  { targetOrg, ...sf }: SfEnvironment & { targetOrg: string },
): Promise<void> {
  const args = ['org', 'assign', 'permset', ...names.flatMap((name) => ['--name', name])];
  const answer = await askSf([...args, '--target-org', targetOrg], sf);
  const reason = findRefusal(args, answer);
  if (reason !== null) throw new CommandError(reason);
}

/** Why permission sets were not assigned; null when they are, be it from before. */
export function findRefusal(args: readonly string[], answer: SfAnswer): string | null {
  if (answer.status === 0) return null;
  const { failures } = (answer.result ?? answer.data ?? {}) as { failures?: readonly AssignmentFailure[] };
  if (!failures) return describeFailure(args, answer);
  const refused = failures.filter((failure) => !isDuplicate(failure));
  if (refused.length === 0) return null;
  return `sf org assign permset failed: ${refused.map(({ name, message }) => `${name}: ${message}`).join('; ')}`;
}

function isDuplicate({ message, details }: AssignmentFailure): boolean {
  return details?.some(({ errorCode }) => errorCode === 'DUPLICATE_VALUE') ?? /duplicate/i.test(message);
}
