import type { Org } from '../../org.ts';
import type { UserContext } from '../../security/types.ts';
import type { App } from '../apps.ts';
import { navigationItem } from '../navigation-items.ts';
import { children, parseXml, text } from '../xml.ts';
import { defaultHomePage, defaultRecordPage } from './default-pages.ts';
import { readFlexiPage } from './read-flexipage.ts';
import { readDeclaredProperties } from './read-properties.ts';
import type { PageModel } from './types.ts';

/** The page of an object's records in an app: the app's own, else the object's, else the platform's default. */
export function findRecordPage(org: Org, app: App, objectApiName: string): PageModel | undefined {
  const object = org.schema.object(objectApiName);
  if (!object) return undefined;
  const name = app.recordPages[object.name] ?? objectOverride(org, object.name);
  return (name && readDeployedPage(org, name)) || defaultRecordPage(object.name, object.label);
}

/** The app's home page. */
export function findHomePage(org: Org, app: App): PageModel {
  return (app.homePage && readDeployedPage(org, app.homePage)) || defaultHomePage();
}

/** The page behind a custom tab. */
export function findTabPage(org: Org, user: UserContext, tab: string): PageModel | undefined {
  const item = navigationItem(org, user, tab);
  if (item?.kind === 'page' && item.content) return readDeployedPage(org, item.content);
  if (item?.kind !== 'component' || !item.content) return undefined;
  const only = {
    kind: 'component' as const,
    id: item.content,
    component: `c/${item.content}`,
    properties: {},
  };
  return { name: tab, label: item.label, rows: [[{ name: 'main', size: 12, items: [only] }]] };
}

function readDeployedPage(org: Org, name: string): PageModel | undefined {
  const page = org.metadata.get('FlexiPage', name);
  const xml = page && Object.values(page.files)[0];
  if (xml === undefined) return undefined;
  return readFlexiPage(name, xml, (bundle, target) => {
    const meta = org.metadata.get('LightningComponentBundle', bundle)?.files[`${bundle}.js-meta.xml`];
    return meta === undefined ? undefined : readDeclaredProperties(meta, target);
  });
}

function objectOverride(org: Org, objectApiName: string): string | undefined {
  const xml = Object.values(org.metadata.get('CustomObject', objectApiName)?.files ?? {})[0];
  if (xml === undefined) return undefined;
  const override = children(parseXml(xml, 'CustomObject'), 'actionOverrides').find(
    (one) =>
      text(one, 'actionName') === 'View' &&
      text(one, 'type') === 'Flexipage' &&
      text(one, 'formFactor') !== 'Small',
  );
  return override && text(override, 'content');
}
