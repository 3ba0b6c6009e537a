import { METADATA_NAMESPACE, validateElement } from '../schema/validate-element.ts';
import type { MetadataSchema } from '../schema/metadata-schema.ts';
import { rootNameOf, type ComponentType } from '../types/component-type.ts';
import type { SourceComponent } from '../types/source-component.ts';
import { parseXml, XmlSyntaxError } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** Reads a component's definition from its files and checks it against the schema; faults become its problems. */
export function readDefinition(
  component: SourceComponent,
  type: ComponentType,
  schema: MetadataSchema,
): void {
  const file = definitionFile(component, type);
  const text = component.files[file];
  const isOneFile = type.folderOf !== undefined || (type.suffix && !type.hasMetaFile);
  const fileName = isOneFile ? component.fileName : pathOf(component, type, file);
  if (text === undefined) {
    component.problems.push({
      message: `Cannot find the definition file ${file} of ${type.name} ${component.fullName}`,
    });
    return;
  }
  const root = tryParse(component, text, fileName);
  if (!root) return;
  const rootName = rootNameOf(type, component.fullName);
  const wrongRoot =
    root.name !== rootName
      ? `The root element is ${root.name}; expected ${rootName}`
      : root.attributes['xmlns'] !== METADATA_NAMESPACE
        ? `The root element ${root.name} is not in the namespace ${METADATA_NAMESPACE}`
        : undefined;
  if (wrongRoot) {
    component.problems.push({ message: `Error parsing file: ${wrongRoot}`, fileName, ...root.position });
    return;
  }
  component.problems.push(
    ...validateElement(schema, root, rootName).map((problem) => ({ ...problem, fileName })),
  );
  component.root = root;
}

function tryParse(component: SourceComponent, text: string, fileName: string): XmlElement | undefined {
  try {
    return parseXml(text);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    component.problems.push({ message: `Error parsing file: ${error.message}`, fileName, ...error.position });
    return undefined;
  }
}

/** The name, inside the component, of the file that defines it. */
export function definitionFile(
  component: Pick<SourceComponent, 'fullName' | 'files'>,
  type: ComponentType,
): string {
  if (type.folderOf) return Object.keys(component.files)[0]!;
  if (!type.suffix) return `${component.fullName}.js-meta.xml`;
  if (type.hasMetaFile) return `${component.fullName}.${type.suffix}-meta.xml`;
  return Object.keys(component.files)[0]!;
}

function pathOf(component: SourceComponent, type: ComponentType, file: string): string {
  return type.suffix ? `${component.fileName}-meta.xml` : `${component.fileName}/${file}`;
}
