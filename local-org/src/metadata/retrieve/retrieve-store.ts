import { zipSync, strToU8 } from 'fflate';
import type { Org } from '../../org.ts';
import { collectFiles, type RetrieveMember } from './collect-files.ts';
import { writePackageManifest } from './write-package-manifest.ts';

export interface RetrieveOptions {
  apiVersion: string;
  /** Without it the package lies in a folder `unpackaged/`. */
  singlePackage: boolean;
}

/** The answer of `checkRetrieveStatus`. */
export interface RetrieveResult {
  done: boolean;
  fileProperties: { fileName: string; fullName: string; type: string }[];
  id: string;
  messages: { fileName: string; problem: string }[];
  status: 'Succeeded';
  success: boolean;
  zipFile: string;
}

/** The retrieves of an org. They are quick, so each is finished before its Id is given out. */
export interface RetrieveStore {
  start(members: RetrieveMember[], options: RetrieveOptions): string;
  find(id: string): RetrieveResult | undefined;
}

/** Enough for every caller to collect its own; older results are forgotten. */
const KEPT_RESULTS = 20;

export function createRetrieveStore(org: Org, nextId: () => string): RetrieveStore {
  const results = new Map<string, RetrieveResult>();
  return {
    start(members, options) {
      const id = nextId();
      results.set(id, retrieve(org, id, members, options));
      const [oldest] = results.keys();
      if (results.size > KEPT_RESULTS && oldest !== undefined) results.delete(oldest);
      return id;
    },
    find: (id) => results.get(id),
  };
}

function retrieve(org: Org, id: string, members: RetrieveMember[], options: RetrieveOptions): RetrieveResult {
  const { files, properties, messages } = collectFiles(org, members);
  const root = options.singlePackage ? '' : 'unpackaged/';
  const manifest = writePackageManifest(properties, options.apiVersion);
  const entries = [...files, ['package.xml', manifest] as const];
  const zip = zipSync(Object.fromEntries(entries.map(([path, text]) => [root + path, strToU8(text)])));
  return {
    done: true,
    fileProperties: properties.map((one) => ({ ...one, fileName: root + one.fileName })),
    id,
    messages: messages.map((problem) => ({ fileName: `${root}package.xml`, problem })),
    status: 'Succeeded',
    success: true,
    zipFile: Buffer.from(zip).toString('base64'),
  };
}
