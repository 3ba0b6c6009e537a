import { expect, test } from '@jest/globals';
import { inRoot } from '../process/root.ts';
import { runCommand } from '../process/run-command.ts';

test('the parts of the documentation that are made from the code are current', async () => {
  const command = ['--disable-warning=ExperimentalWarning', inRoot('scripts/commands/docs.ts'), '--check'];
  const { code, stdout, stderr } = await runCommand(process.execPath, command, { cwd: inRoot() });
  expect({ stderr, stdout, code }).toEqual({ stderr: '', stdout: 'All is current.\n', code: 0 });
}, 60_000);
