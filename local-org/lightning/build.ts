import { buildStatic } from './build/build-static.ts';

/** `node local-org/lightning/build.ts`: builds the pages' static part if it is not there, and prints its folder. */
const folder = await buildStatic((line) => process.stderr.write(`${line}\n`));
process.stdout.write(`${folder}\n`);
