import { readPageReference, writePageReference, type PageReference } from './pageReferences.ts';

export { readPageReference, writePageReference };
export type { PageReference };

type Listener = (page: PageReference | undefined) => void;

const listeners = new Set<Listener>();
/** Opens what has no address: set by the shell. */
let openAction: ((page: PageReference) => void) | undefined;

/** The page that the address bar names. */
export function currentPage(): PageReference | undefined {
  return readPageReference(window.location.pathname, window.location.search);
}

/** Calls back on each move to another page; answers how to stop. */
export function onPageChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Lets the shell open quick actions and other references without an address. */
export function handleActions(open: (page: PageReference) => void): void {
  openAction = open;
}

/** Goes to a page of the org, keeping the browser's history; another site opens in a tab of its own. */
export function goTo(page: PageReference, { replace = false } = {}): void {
  const url = writePageReference(page);
  if (url === undefined) return openAction?.(page);
  if (page.type === 'standard__webPage' && !url.startsWith('/'))
    return void window.open(url, '_blank', 'noopener');
  goToUrl(url, { replace });
}

/** The same by address. */
export function goToUrl(url: string, { replace = false } = {}): void {
  if (!readPageReference(new URL(url, window.location.href).pathname)) return window.location.assign(url);
  window.history[replace ? 'replaceState' : 'pushState']({}, '', url);
  announce();
}

window.addEventListener('popstate', announce);

function announce(): void {
  const page = currentPage();
  for (const listener of [...listeners]) listener(page);
}
