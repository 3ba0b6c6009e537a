import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LIGHTNING_ROOT, packageRoot } from './paths.ts';

interface BaseComponentsManifest {
  lwc: { modules: { name?: string; path: string }[] };
}

const STAND_INS = path.join(LIGHTNING_ROOT, 'modules', 'lightning');
/** What a page may import from the base components besides `lightning/*`. */
const SCOPED_ENTRY = /^@salesforce\/(?:i18n|client)\//;

/** Modules that the base components' package maps to files of its own: labels, locale data, feature gates. */
export function readBaseComponentAliases(): Map<string, string> {
  const root = packageRoot('lightning-base-components');
  const manifest = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  ) as BaseComponentsManifest;
  return new Map(
    manifest.lwc.modules.flatMap(({ name, path: file }) =>
      name ? [[name, path.join(root, file)] as const] : [],
    ),
  );
}

/** The file of `lightning/<name>`: our stand-in where there is one, else the base component. */
export function findLightningModule(name: string): string | undefined {
  const base = path.join(packageRoot('lightning-base-components'), 'src', 'lightning');
  return [
    path.join(STAND_INS, name, `${name}.ts`),
    path.join(base, name, `${name}.js`),
    path.join(base, name, `${name}.css`),
  ].find((file) => existsSync(file));
}

/** Every module that gets a name of its own in the build, as the import map of the pages lists them. */
export function listEntries(): string[] {
  const raptor = path.join(packageRoot('lightning-base-components'), 'metadata', 'raptor.json');
  const modules = JSON.parse(readFileSync(raptor, 'utf8')) as Record<string, { minVersion?: string }>;
  const platform = Object.keys(modules).filter((name) => modules[name]?.minVersion);
  const standIns = readdirSync(STAND_INS).filter((name) => platform.includes(name));
  const lightning = [...new Set([...platform, ...standIns])].filter((name) => findLightningModule(name));
  return [
    'lwc',
    'one/boot',
    ...lightning.map((name) => `lightning/${name}`),
    ...[...readBaseComponentAliases().keys()].filter((name) => SCOPED_ENTRY.test(name)),
  ].sort();
}
