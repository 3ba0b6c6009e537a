/** Where a built module is served; the key in the path lets browsers keep it for good. */
export const STATIC_PATH = '/lightning/static';
/** Where deployed bundles and generated modules are served. */
export const MODULE_PATH = '/lightning/modules';

interface ImportMapInput {
  key: string;
  /** Names of the built modules. */
  entries: readonly string[];
  /** Names of the deployed bundles, each with its version and the file that the name stands for: `1f3a…/csX.js`. */
  bundles: ReadonlyMap<string, string>;
}

/**
 * The import map of a page: built modules by name, deployed bundles by their main file, and for the rest of
 * `lightning/*` and `@salesforce/*` an address that answers with a generated module or a clear failure.
 */
export function importMap({ key, entries, bundles }: ImportMapInput): { imports: Record<string, string> } {
  const imports: Record<string, string> = {
    'c/': `${MODULE_PATH}/missing/c/`,
    'lightning/': `${MODULE_PATH}/missing/lightning/`,
    '@salesforce/': `${MODULE_PATH}/salesforce/`,
  };
  for (const entry of entries) imports[entry] = `${STATIC_PATH}/${key}/${entry}.js`;
  for (const [bundle, file] of bundles) imports[`c/${bundle}`] = `${MODULE_PATH}/c/${bundle}/${file}`;
  return { imports };
}
