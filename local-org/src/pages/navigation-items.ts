import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { parseXml, text } from './xml.ts';

export interface NavigationItem {
  /** The tab's API name: `standard-Account`, `CS_Console`. */
  name: string;
  label: string;
  kind: 'home' | 'object' | 'page' | 'component' | 'unknown';
  objectApiName?: string;
  /** The FlexiPage of an app page tab, or the bundle of a component tab. */
  content?: string;
  url: string;
}

/** Objects whose tab is a page of its own instead of a list view. */
const HOMES = ['Report', 'Dashboard'];

/**
 * The items of an app's navigation bar: tabs that the user's profile or permission sets show, without those of objects
 * that the user cannot read.
 */
export function navigationItems(org: Org, user: UserContext, tabs: readonly string[]): NavigationItem[] {
  return tabs
    .filter((tab) => tab === 'standard-home' || user.showsTab(tab))
    .flatMap((tab) => navigationItem(org, user, tab) ?? []);
}

/**
 * What is behind a tab. By its address a page opens for those too who do not see its tab: the help does not say that it
 * would not, and each of them says who may use it.
 */
export function navigationItem(org: Org, user: UserContext, tab: string): NavigationItem | undefined {
  if (tab === 'standard-home') return { name: tab, label: 'Home', kind: 'home', url: '/lightning/page/home' };
  const object = org.schema.object(tab.replace(/^standard-/, ''));
  if (object && (tab.startsWith('standard-') || object.custom)) {
    if (!user.canObject(object.name, 'read')) return undefined;
    const url = `/lightning/o/${object.name}/${HOMES.includes(object.name) ? 'home' : 'list'}`;
    return { name: tab, label: object.labelPlural, kind: 'object', objectApiName: object.name, url };
  }
  return customTab(org, tab);
}

function customTab(org: Org, name: string): NavigationItem {
  const url = `/lightning/n/${name}`;
  const component = org.metadata.get('CustomTab', name);
  const tab = parseXml(Object.values(component?.files ?? {})[0] ?? '', 'CustomTab');
  const label = text(tab, 'label') ?? name.replace(/^standard-/, '');
  const page = text(tab, 'flexiPage');
  if (page) return { name, label, kind: 'page', content: page, url };
  const bundle = text(tab, 'lwcComponent');
  if (bundle) return { name, label, kind: 'component', content: bundle, url };
  return { name, label, kind: 'unknown', url };
}
