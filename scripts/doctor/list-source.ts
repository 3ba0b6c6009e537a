import { readdirSync } from 'node:fs';
import { inRoot } from '../process/root.ts';

const SOURCE = inRoot('force-app', 'main', 'default');

/** The kinds of components of which each one is looked for. */
export const SOURCE_TYPES = [
  'CustomField',
  'LightningComponentBundle',
  'FlexiPage',
  'PermissionSet',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

const FOLDERS: Record<Exclude<SourceType, 'CustomField'>, string> = {
  LightningComponentBundle: 'lwc',
  FlexiPage: 'flexipages',
  PermissionSet: 'permissionsets',
};

/** Full names of everything of one kind in force-app. */
export function listSource(type: SourceType): string[] {
  if (type === 'CustomField') return readdirSync(`${SOURCE}/objects`).flatMap(fieldsOf);
  const names = readdirSync(`${SOURCE}/${FOLDERS[type]}`, { withFileTypes: true });
  if (type === 'LightningComponentBundle')
    return names.filter((entry) => entry.isDirectory() && entry.name !== '__tests__').map(({ name }) => name);
  return names.filter((entry) => entry.isFile()).map(({ name }) => name.split('.')[0] ?? '');
}

function fieldsOf(object: string): string[] {
  return readdirSync(`${SOURCE}/objects/${object}`, { recursive: true })
    .map(String)
    .flatMap((file) => /^fields[/\\](\w+)\.field-meta\.xml$/.exec(file)?.[1] ?? [])
    .map((field) => `${object}.${field}`);
}
