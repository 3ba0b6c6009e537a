const loading = new Map<string, Promise<void>>();

function loadOnce(url: string, element: () => HTMLElement): Promise<void> {
  const known = loading.get(url);
  if (known) return known;
  const promise = new Promise<void>((resolve, reject) => {
    const node = element();
    node.addEventListener('load', () => resolve());
    node.addEventListener('error', () => reject(new Error(`The static resource ${url} cannot be loaded.`)));
    document.head.append(node);
  });
  loading.set(url, promise);
  return promise;
}

/** Loads a script of a static resource once. */
export function loadScript(_component: unknown, url: string): Promise<void> {
  return loadOnce(url, () => Object.assign(document.createElement('script'), { src: url }));
}

/** Loads a stylesheet of a static resource once. */
export function loadStyle(_component: unknown, url: string): Promise<void> {
  return loadOnce(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}
