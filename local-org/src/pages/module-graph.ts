import { posix } from 'node:path';
import { findScriptImports } from '../lwc-compiler/script-imports.ts';
import type { CompiledBundles } from './compiled-bundles.ts';
import { MODULE_PATH } from './import-map.ts';
import type { PageItem, PageModel } from './page-model/types.ts';

const BUNDLE_PATH = `${MODULE_PATH}/c/`;

/** The deployed components that a page shows at once: those behind a tab that is not open come later. */
export function shownComponents({ rows }: PageModel): string[] {
  const names = rows.flat().flatMap(({ items }) => items.flatMap(componentsOf));
  return [...new Set(names)];
}

function componentsOf(item: PageItem): string[] {
  if (item.kind === 'component') return item.component.startsWith('c/') ? [item.component] : [];
  if (item.kind === 'tabset' || item.kind === 'accordion') {
    return item.sections.filter(({ active }) => active).flatMap(({ items }) => items.flatMap(componentsOf));
  }
  return [];
}

/**
 * The addresses of every module that some components import, directly or through others, so that a browser can ask
 * for them at once instead of finding them level by level.
 *
 * @param imports the page's import map
 */
export async function modulesBehind(
  components: readonly string[],
  bundles: Pick<CompiledBundles, 'module'>,
  imports: Readonly<Record<string, string>>,
): Promise<string[]> {
  const found = new Set(components.flatMap((name) => resolve(name, '', imports) ?? []));
  // A set is walked in the order of insertion, what is added on the way included.
  for (const url of found) {
    if (!url.startsWith(BUNDLE_PATH)) continue;
    const [bundle = '', , ...file] = url.slice(BUNDLE_PATH.length).split('/');
    const code = (await bundles.module(bundle, file.join('/'))) ?? '';
    for (const { specifier } of findScriptImports(code)) {
      const imported = resolve(specifier, url, imports);
      if (imported) found.add(imported);
    }
  }
  return [...found];
}

function resolve(
  specifier: string,
  importer: string,
  imports: Readonly<Record<string, string>>,
): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(importer), specifier);
  const exact = imports[specifier];
  if (exact !== undefined) return exact;
  const prefix = Object.keys(imports).find((name) => name.endsWith('/') && specifier.startsWith(name));
  return prefix && imports[prefix] + specifier.slice(prefix.length);
}
