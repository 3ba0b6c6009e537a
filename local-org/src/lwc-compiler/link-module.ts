import path from 'node:path';
import { findScriptImports } from './script-imports.ts';

/**
 * Makes a compiled module servable as it is: relative imports get the extension of the file they mean.
 * Templates and stylesheets that the compiler imports on its own but nobody wrote are named in
 * `implicitModules`, to be served as empty modules.
 */
export function linkModule(
  file: string,
  code: string,
  files: Readonly<Record<string, string>>,
): { code: string; implicitModules: string[] } {
  const implicitModules: string[] = [];
  let linked = code;
  for (const { specifier, start, end } of findScriptImports(code).toReversed()) {
    if (!specifier.startsWith('.')) continue;
    const target = resolveInBundle(file, specifier, files);
    if (!(target in files)) implicitModules.push(target);
    const relative = path.posix.relative(path.posix.dirname(file), target);
    linked =
      linked.slice(0, start) + (relative.startsWith('.') ? relative : `./${relative}`) + linked.slice(end);
  }
  return { code: linked, implicitModules };
}

/** `./model` from `csRisk.js` → `model.js`, whether or not it exists. */
export function resolveInBundle(
  importer: string,
  specifier: string,
  files: Readonly<Record<string, string>>,
): string {
  const target = path.posix.join(path.posix.dirname(importer), specifier.replace(/\?.*$/, ''));
  return target in files || /\.(?:js|html|css)$/.test(target) ? target : `${target}.js`;
}
