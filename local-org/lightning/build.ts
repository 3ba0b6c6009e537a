import { buildStatic } from './build/build-static.ts';

/** `node local-org/lightning/build.ts`: builds the pages' static part if it is not there, and prints its folder. */
console.log(await buildStatic((line) => console.error(line)));
