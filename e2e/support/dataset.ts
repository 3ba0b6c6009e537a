import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Where RavenStack lies: it is no part of this repository, and CI may be without it. */
const RAVENSTACK = process.env.RAVENSTACK_DIR ?? path.resolve(ROOT, '..', 'shared', 'data', 'ravenstack');

/** Data that a test runs on. */
export interface TestDataset {
  /** How the title of a test speaks of it. */
  title: string;
  /** What `npm start` is told. */
  args: string[];
}

/** The RavenStack dataset; where it is not to be found, a generated one of as many accounts, and the title says so. */
export function bigDataset(): TestDataset {
  if (existsSync(path.join(RAVENSTACK, 'accounts.csv'))) {
    return { title: 'ravenstack', args: ['--dataset', 'ravenstack', '--from', RAVENSTACK] };
  }
  return {
    title: 'generated accounts, as ravenstack is not here (RAVENSTACK_DIR)',
    args: ['--dataset', 'generated', '--accounts', '500'],
  };
}
