import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makePages } from '../docs/made-parts.ts';
import { CommandError, runMain } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';

// Writes the parts of the documentation that are made from the code; --check only says which are not current.
runMain(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const stale = (await makePages()).filter(({ is, shouldBe }) => is !== shouldBe);
  if (values.check && stale.length > 0) {
    throw new CommandError(`Not current: ${stale.map(({ file }) => file).join(', ')}. Run "npm run docs".`);
  }
  for (const { file, shouldBe } of stale) writeFileSync(inRoot(file), shouldBe);
  process.stdout.write(
    stale.length === 0 ? 'All is current.\n' : `Wrote ${stale.map(({ file }) => file).join(', ')}.\n`,
  );
});
