import { strToU8, zipSync } from 'fflate';
import { createOrg } from '../../create-org.ts';
import type { Org } from '../../org.ts';
import type { DeployMessage } from '../deploy/deploy-message.ts';
import type { DeployOptions } from '../deploy/deploy-options.ts';
import { runDeploy, type DeployOutcome } from '../deploy/run-deploy.ts';
import { METADATA_NAMESPACE } from '../schema/validate-element.ts';
import { COMPONENT_TYPES } from '../types/component-type.ts';

export const NO_OPTIONS: DeployOptions = {
  allowMissingFiles: false,
  checkOnly: false,
  ignoreWarnings: false,
  purgeOnDelete: false,
  rollbackOnError: true,
  singlePackage: true,
};

/** Path in the package → content. A body without a declaration gets the root element of its folder's type. */
export type PackageFiles = Record<string, string>;

/** A package.xml of these members. */
export function manifest(types: Record<string, readonly string[]>): string {
  const body = Object.entries(types)
    .map(
      ([name, members]) =>
        `${members.map((one) => `<members>${one}</members>`).join('')}<name>${name}</name>`,
    )
    .map((type) => `<types>${type}</types>`)
    .join('\n');
  return `<Package xmlns="${METADATA_NAMESPACE}">\n${body}\n<version>66.0</version>\n</Package>`;
}

/** A metadata file: root element, namespace, body. */
export function metadataFile(type: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="${METADATA_NAMESPACE}">\n${body}\n</${type}>\n`;
}

/** Zips files, with a package.xml that names every component unless one is given. */
export function zipOf(files: PackageFiles): Uint8Array {
  const named: Record<string, string[]> = {};
  const contents: PackageFiles = {};
  for (const [path, text] of Object.entries(files)) {
    const [directory, first = ''] = path.split('/');
    const isFolder = path.endsWith('-meta.xml');
    const type =
      COMPONENT_TYPES.find((one) => one.directory === directory && one.folderOf && isFolder) ??
      COMPONENT_TYPES.find((one) => one.directory === directory && !one.folderOf);
    const isDefinition =
      type && (type.suffix ? path.endsWith(`.${type.suffix}`) : path.endsWith('-meta.xml'));
    contents[path] = isDefinition && !text.includes('<?xml') ? metadataFile(type.name, text) : text;
    const inFolder = type?.folderOf ?? type?.folderType;
    const name = inFolder
      ? path.slice(path.indexOf('/') + 1).replace(/(?:\.\w+|-meta\.xml)$/, '')
      : type?.suffix
        ? first.replace(/\.\w+(?:-meta\.xml)?$/, '')
        : first;
    if (type && !named[type.name]?.includes(name)) (named[type.name] ??= []).push(name);
  }
  const all: PackageFiles = { 'package.xml': manifest(named), ...contents };
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])));
}

/** Deploys files into an org, a new one unless given, as its administrator. */
export async function deployFiles(
  files: PackageFiles,
  options: Partial<DeployOptions> = {},
  org: Org = createOrg(),
): Promise<{ org: Org; outcome: DeployOutcome; problems: string[]; successes: DeployMessage[] }> {
  const user = org.userById(org.adminId);
  const silent = { total: () => {}, processed: () => {}, isCanceled: () => false };
  const outcome = await runDeploy(org, user, zipOf(files), { ...NO_OPTIONS, ...options }, silent);
  const messages =
    outcome.kind === 'finished' ? outcome.messages : outcome.kind === 'unreadable' ? [outcome.failure] : [];
  return {
    org,
    outcome,
    problems: messages
      .filter(({ success }) => !success)
      .map(({ fileName, lineNumber, problem }) => `${fileName}:${lineNumber ?? ''} ${problem}`),
    successes: messages.filter(({ success }) => success),
  };
}
