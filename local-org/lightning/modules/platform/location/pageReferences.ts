/** What names a page: https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type.html */
export interface PageReference {
  type: string;
  attributes: Record<string, string>;
  state: Record<string, string>;
}

type Attributes = Record<string, string | undefined>;

const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

const reference = (type: string, attributes: Attributes, state: Record<string, string>): PageReference => ({
  type,
  attributes: Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => value !== undefined),
  ) as Record<string, string>,
  state,
});

/** The page that an address of the org means, or undefined when it means none. */
export function readPageReference(path: string, search = ''): PageReference | undefined {
  const state = Object.fromEntries(new URLSearchParams(search));
  const [root, kind, ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (root !== 'lightning') return undefined;
  const [first = '', second, third, fourth] = rest;
  switch (kind) {
    case undefined:
      return reference('standard__namedPage', { pageName: 'home' }, state);
    case 'page':
      return reference('standard__namedPage', { pageName: first }, state);
    case 'o':
      return reference('standard__objectPage', { objectApiName: first, actionName: second ?? 'list' }, state);
    case 'n':
      return reference('standard__navItemPage', { apiName: first }, state);
    case 'app':
      return reference('standard__app', { appTarget: first }, state);
    case 'cmp':
      return reference('standard__component', { componentName: first }, state);
    case 'r':
      if (RECORD_ID.test(first)) {
        return reference('standard__recordPage', { recordId: first, actionName: second ?? 'view' }, state);
      }
      if (third === 'related') {
        const attributes = {
          objectApiName: first,
          recordId: second,
          relationshipApiName: fourth,
          actionName: 'view',
        };
        return reference('standard__recordRelationshipPage', attributes, state);
      }
      return reference(
        'standard__recordPage',
        { objectApiName: first, recordId: second, actionName: third ?? 'view' },
        state,
      );
    default:
      return undefined;
  }
}

/** The address of a page; undefined for what has none, such as a quick action. */
export function writePageReference({
  type,
  attributes = {},
  state = {},
}: Partial<PageReference>): string | undefined {
  const path = pathOf(type, attributes);
  if (path === undefined || type === 'standard__webPage') return path;
  const given = Object.entries(state).filter(([, value]) => value !== undefined && value !== null);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}

function pathOf(type: string | undefined, attributes: Attributes): string | undefined {
  const { recordId, objectApiName, actionName, relationshipApiName } = attributes;
  switch (type) {
    case 'standard__recordPage':
      return join('r', objectApiName, recordId, actionName ?? 'view');
    case 'standard__recordRelationshipPage':
      return join('r', objectApiName, recordId, 'related', relationshipApiName, 'view');
    case 'standard__objectPage':
      return join('o', objectApiName, actionName ?? 'list');
    case 'standard__navItemPage':
      return join('n', attributes.apiName);
    case 'standard__namedPage':
      return join('page', attributes.pageName);
    case 'standard__app':
      return join('app', attributes.appTarget);
    case 'standard__component':
      return join('cmp', attributes.componentName);
    case 'standard__webPage':
      return attributes.url;
    default:
      return undefined;
  }
}

function join(...parts: (string | undefined)[]): string {
  return ['/lightning', ...parts.filter((part) => part !== undefined).map(encodeURIComponent)].join('/');
}
