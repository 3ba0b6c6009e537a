import type { MetadataComponent } from '../../metadata-store/types.ts';
import type { Org } from '../../org.ts';
import { METADATA_NAMESPACE } from '../schema/validate-element.ts';
import {
  childElementOf,
  COMPONENT_TYPES,
  parentTypeOf,
  type ComponentType,
} from '../types/component-type.ts';
import { splitChildName } from '../types/source-component.ts';
import { withholdSecrets } from './withhold-secrets.ts';
import { componentPath, fileProperties } from './file-properties.ts';

export interface RetrieveMember {
  type: string;
  fullName: string;
}

/** The files of the components asked for, as they lie in a package, children inside their parent's file. */
export function collectFiles(org: Org, members: readonly RetrieveMember[]) {
  const files = new Map<string, string>();
  const parts = new Map<
    string,
    { parent: ComponentType; own?: MetadataComponent; children: MetadataComponent[] }
  >();
  const properties: ReturnType<typeof fileProperties>[] = [];
  const messages: string[] = [];
  const partsOf = (parent: ComponentType, path: string) => {
    const known = parts.get(path) ?? { parent, children: [] };
    parts.set(path, known);
    return known;
  };
  for (const component of members.flatMap((member) => findComponents(org, member, messages))) {
    const path = componentPath(component.type, component.fullName);
    const type = COMPONENT_TYPES.find(({ name }) => name === component.type);
    properties.push(fileProperties(component));
    if (type?.children) partsOf(type, path).own = component;
    else if (!type) partsOf(parentTypeOf(component.type)!, path).children.push(component);
    else if (!type.suffix && !type.folderOf) addAll(files, component, `${path}/`);
    else addAll(files, component, path.slice(0, path.lastIndexOf('/') + 1));
  }
  for (const [path, { parent, own, children }] of parts) files.set(path, joinParts(parent, own, children));
  return { files, properties, messages };
}

function findComponents(org: Org, member: RetrieveMember, messages: string[]): MetadataComponent[] {
  const { type, fullName } = member;
  const own = COMPONENT_TYPES.find(({ name }) => name === type);
  if (!own && !parentTypeOf(type)) {
    messages.push(`Entity type: '${type}' is unknown`);
    return [];
  }
  const isStandardObject = type === 'CustomObject' && org.schema.object(fullName)?.custom === false;
  const found =
    fullName === '*'
      ? org.metadata.list(type).filter((one) => type !== 'CustomObject' || one.fullName.endsWith('__c'))
      : [org.metadata.get(type, fullName)].filter((one) => one !== undefined);
  if (found.length === 0 && fullName !== '*' && !isStandardObject) {
    messages.push(`Entity of type '${type}' named '${fullName}' cannot be found`);
  }
  const parents = isStandardObject && found.length === 0 ? [fullName] : found.map((one) => one.fullName);
  const childTypes = Object.values(own?.children ?? {});
  const children = childTypes.flatMap((childType) =>
    org.metadata
      .list(childType)
      .filter((child) => own?.onlyName || parents.includes(splitChildName(child.fullName)[0])),
  );
  return [...found, ...children];
}

function addAll(
  files: Map<string, string>,
  { type, files: stored }: MetadataComponent,
  folder: string,
): void {
  for (const [name, text] of Object.entries(stored)) files.set(folder + name, withholdSecrets(type, text));
}

/** Puts child components back into the file of their parent. */
function joinParts(
  parent: ComponentType,
  own: MetadataComponent | undefined,
  children: MetadataComponent[],
): string {
  const text =
    (own && Object.values(own.files)[0]) ??
    `<?xml version="1.0" encoding="UTF-8"?>\n<${parent.name} xmlns="${METADATA_NAMESPACE}">\n</${parent.name}>\n`;
  const inner = children
    .map((child) => {
      const element = childElementOf(child.type)!;
      const body = Object.values(child.files)[0]!
        .replace(/^<\?xml[^>]*>\s*<[^>]*>/, '')
        .replace(/<\/[^>]*>\s*$/, '');
      return { element, xml: `    <${element}>${body}</${element}>\n` };
    })
    .sort((left, right) => left.element.localeCompare(right.element))
    .map(({ xml }) => xml)
    .join('');
  return text.replace(/(<\/[^>]*>\s*)$/, (end) => inner + end);
}
