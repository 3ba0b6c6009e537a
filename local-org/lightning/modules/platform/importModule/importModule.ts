/** Imports a deployed module by its name, through the page's import map; kept from the compiler, which takes literals only. */
export function importModule<T>(specifier: string): Promise<T> {
  return import(/* @vite-ignore */ specifier) as Promise<T>;
}
