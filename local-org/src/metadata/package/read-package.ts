import { strFromU8, unzipSync } from 'fflate';
import { PackageError } from './package-error.ts';
import { readManifest, type Manifest } from './read-manifest.ts';

/** A deploy's zip, unpacked. */
export interface DeployPackage {
  /** Path of the folder that holds package.xml, with a trailing slash, or empty. */
  root: string;
  /** Path in the zip → content, the manifests left out. */
  files: ReadonlyMap<string, Uint8Array>;
  manifest: Manifest;
  /** What is deleted before and after the rest is deployed. */
  destructiveBefore: Manifest[];
  destructiveAfter: Manifest[];
}

const MANIFEST = 'package.xml';
const DESTRUCTIVE_BEFORE = ['destructiveChangesPre.xml', 'destructiveChanges.xml'];
const DESTRUCTIVE_AFTER = ['destructiveChangesPost.xml'];

/**
 * Unpacks a zip in metadata format: package.xml at its top, or in the one folder at its top.
 *
 * @throws {PackageError} where the zip or a manifest cannot be read
 */
export function readPackage(zip: Uint8Array): DeployPackage {
  const entries = Object.entries(unzip(zip)).filter(([path]) => !path.endsWith('/'));
  const manifestPath = entries
    .map(([path]) => path)
    .filter((path) => path === MANIFEST || /^[^/]+\/package\.xml$/.test(path))
    .sort((left, right) => left.split('/').length - right.split('/').length)[0];
  if (manifestPath === undefined) throw new PackageError('No package.xml found', MANIFEST);
  const root = manifestPath.slice(0, -MANIFEST.length);
  const files = new Map(entries);
  const take = (name: string): Manifest[] => {
    const content = files.get(root + name);
    files.delete(root + name);
    return content ? [readManifest(strFromU8(content), root + name)] : [];
  };
  return {
    root,
    manifest: take(MANIFEST)[0]!,
    destructiveBefore: DESTRUCTIVE_BEFORE.flatMap(take),
    destructiveAfter: DESTRUCTIVE_AFTER.flatMap(take),
    files,
  };
}

function unzip(zip: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(zip);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackageError(`The deploy's ZipFile is no zip file: ${reason}`, '');
  }
}
