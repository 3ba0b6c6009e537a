import { inRoot } from './process/root.ts';
import { CommandError, runMain } from './process/command-error.ts';
import { runCommand } from './process/run-command.ts';

/**
 * Compiles the Lightning Web Components in place: each `.js` lands beside its `.ts`, where the platform
 * expects it. While there is a fault nothing is written, and the compiler's messages are the error.
 */
export async function compileLwc(progress: (text: string) => void): Promise<void> {
  progress('compiling the Lightning Web Components');
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  const project = inRoot('force-app', 'tsconfig.emit.json');
  const result = await runCommand(process.execPath, [tsc, '--project', project, '--pretty', 'false'], {
    cwd: inRoot(),
  });
  if (result.code !== 0) {
    throw new CommandError(`The Lightning Web Components do not compile:\n${result.stdout}${result.stderr}`);
  }
}

if (import.meta.main) runMain(() => compileLwc((text) => process.stderr.write(`${text}\n`)));
