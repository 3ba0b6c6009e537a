import { SfFailure } from '../sf/sf-failure.ts';
import { runSf, type SfEnvironment } from '../sf/run-sf.ts';

/** How an org words that the user has the permission set already; the CLI passes it on as a failure. */
const ASSIGNED_ALREADY = /duplicate/i;

interface Assignments {
  failures?: { name: string; message: string }[];
}

/**
 * Assigns permission sets to the user who is logged in; those she has already are fine.
 *
 * @throws CommandError with the org's reason for any other refusal
 */
export async function assignPermissionSets(
  names: readonly string[],
  targetOrg: string,
  options: SfEnvironment = {},
): Promise<void> {
  try {
    await runSf(
      ['org', 'assign', 'permset', ...names.flatMap((name) => ['--name', name]), '--target-org', targetOrg],
      options,
    );
  } catch (error) {
    const failures = error instanceof SfFailure ? ((error.answer.result as Assignments)?.failures ?? []) : [];
    const isAssigned = failures.length > 0 && failures.every(({ message }) => ASSIGNED_ALREADY.test(message));
    if (!isAssigned) throw error;
  }
}
