import { CommandError } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';
import { runCommand } from '../process/run-command.ts';

/** Builds the part of the Lightning pages that no deploy changes (shell, base components); quick when it is there. */
export async function buildLightning(progress: (text: string) => void): Promise<void> {
  progress('shell and base components');
  const result = await runCommand(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    inRoot('local-org', 'lightning', 'build.ts'),
  ]);
  if (result.code !== 0) {
    throw new CommandError(`The Lightning pages could not be built:\n${result.stderr || result.stdout}`);
  }
}
