import { METADATA_NAMESPACE } from '../schema/validate-element.ts';
import type { ComponentType } from '../types/component-type.ts';
import type { SourceComponent } from '../types/source-component.ts';
import { childText, type XmlElement } from '../xml/xml-element.ts';

/**
 * Takes the child components out of a parent's definition (`fields` of a CustomObject → CustomField), so that
 * each is deployed, reported and stored by itself; what is stored of the parent is what is its own.
 */
export function expandChildren(parent: SourceComponent, type: ComponentType): SourceComponent[] {
  if (!type.children || !parent.root || parent.problems.length > 0) return [];
  const seen = new Set<string>();
  const children: SourceComponent[] = [];
  let ownSource = parent.root.source;
  for (const element of parent.root.children) {
    const childType = type.children[element.name];
    if (childType === undefined) continue;
    ownSource = ownSource.replace(element.source, () => '');
    const name = childText(element, 'fullName');
    const fullName = type.onlyName ? (name ?? '') : `${parent.fullName}.${name ?? ''}`;
    const problems = [];
    if (name === undefined)
      problems.push({ message: 'Required field is missing: fullName', ...element.position });
    if (seen.has(`${childType}:${fullName}`)) {
      problems.push({ message: `Duplicate name '${fullName}' specified`, ...element.position });
    }
    seen.add(`${childType}:${fullName}`);
    children.push({
      type: childType,
      fullName,
      fileName: parent.fileName,
      files: { [`${name ?? ''}.xml`]: standAlone(element, childType) },
      root: element,
      position: element.position,
      parent: { type: parent.type, fullName: parent.fullName },
      problems,
    });
  }
  const [file] = Object.keys(parent.files);
  parent.files = { [file!]: declaration(ownSource.replace(/\n\s*(?=\n)/g, '')) };
  return children;
}

function standAlone(element: XmlElement, typeName: string): string {
  const inner = element.source.replace(/^<[^>]*>/, '').replace(/<\/[^>]*>$/, '');
  return declaration(`<${typeName} xmlns="${METADATA_NAMESPACE}">${inner}</${typeName}>`);
}

function declaration(source: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${source}\n`;
}
