import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { text, parseXml, children } from './xml.ts';

/**
 * The value that a `@salesforce/<kind>/<name>` module exports, or undefined when there is no such module.
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html
 */
export function salesforceModuleValue(org: Org, user: UserContext, kind: string, name: string): unknown {
  switch (kind) {
    case 'schema':
      return schemaReference(name);
    case 'user':
      return { Id: user.userId, isGuest: false }[name];
    case 'label':
      return customLabel(org, name);
    case 'resourceUrl':
      return org.metadata.get('StaticResource', name) && `/resource/${org.metadata.revision()}/${name}`;
    case 'messageChannel':
      return org.metadata.get('LightningMessageChannel', name.replace(/__c$/, '')) && name;
    case 'customPermission':
    case 'userPermission':
      return user.hasSystemPermission(name);
    default:
      return undefined;
  }
}

function schemaReference(name: string): object {
  const [objectApiName, ...path] = name.split('.');
  return path.length ? { objectApiName, fieldApiName: path.join('.') } : { objectApiName };
}

function customLabel(org: Org, name: string): string | undefined {
  const wanted = name.replace(/^c\./, '');
  const own = org.metadata.get('CustomLabel', wanted);
  const files = own ? [own] : org.metadata.list('CustomLabels');
  for (const xml of files.flatMap(({ files: one }) => Object.values(one))) {
    const labels = own ? [parseXml(xml, 'CustomLabel')] : children(parseXml(xml, 'CustomLabels'), 'labels');
    const found = labels.find((label) => own || text(label, 'fullName') === wanted);
    if (found) return text(found, 'value');
  }
  return undefined;
}
