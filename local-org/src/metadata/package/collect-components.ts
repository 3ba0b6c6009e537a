import { strFromU8 } from 'fflate';
import { COMPONENT_TYPES, type ComponentType } from '../types/component-type.ts';
import type { SourceComponent } from '../types/source-component.ts';
import type { MetadataSchema } from '../schema/metadata-schema.ts';
import { expandChildren } from './expand-children.ts';
import { readDefinition } from './read-definition.ts';
import type { DeployPackage } from './read-package.ts';

/** A file of the package that belongs to no component the local org knows. */
export interface StrayFile {
  fileName: string;
  directory: string;
}

/** Sorts a package's files into components, children of a file apart from their parent, every definition read and checked. */
export function collectComponents(
  source: Pick<DeployPackage, 'root' | 'files'>,
  schema: MetadataSchema,
): { components: SourceComponent[]; strays: StrayFile[] } {
  const found = new Map<string, { type: ComponentType; component: SourceComponent }>();
  const strays: StrayFile[] = [];
  for (const [path, content] of source.files) {
    const inPackage = path.startsWith(source.root) ? path.slice(source.root.length) : path;
    const place = placeOf(inPackage);
    if (!place) {
      strays.push({ fileName: path, directory: inPackage.split('/')[0]! });
      continue;
    }
    const key = `${place.type.name}:${place.fullName}`;
    const known = found.get(key);
    const component = known?.component ?? {
      type: place.type.name,
      fullName: place.fullName,
      fileName:
        place.type.suffix || place.type.folderOf
          ? path
          : `${source.root}${place.type.directory}/${place.fullName}`,
      files: {},
      problems: [],
    };
    component.files[place.file] = strFromU8(content);
    if (place.type.hasMetaFile && !path.endsWith('-meta.xml')) component.fileName = path;
    if (!known) found.set(key, { type: place.type, component });
  }
  const components = [...found.values()].flatMap(({ type, component }) => {
    readDefinition(component, type, schema);
    return [component, ...expandChildren(component, type)];
  });
  return { components, strays };
}

function placeOf(path: string): { type: ComponentType; fullName: string; file: string } | undefined {
  const [directory, first, ...rest] = path.split('/');
  const types = COMPONENT_TYPES.filter((candidate) => candidate.directory === directory);
  const type = types.find(({ folderOf }) => folderOf === undefined);
  if (!type || first === undefined) return undefined;
  const folderType = types.find(({ folderOf }) => folderOf !== undefined);
  if (folderType) return placeInFolder(type, folderType, [first, ...rest]);
  if (!type.suffix) {
    return rest.length > 0 ? { type, fullName: first, file: rest.join('/') } : undefined;
  }
  const ending = [`.${type.suffix}`, ...(type.hasMetaFile ? [`.${type.suffix}-meta.xml`] : [])].find((end) =>
    first.endsWith(end),
  );
  if (rest.length > 0 || ending === undefined) return undefined;
  return { type, fullName: decodeName(first.slice(0, -ending.length)), file: first };
}

/** `reports/CS_Reports-meta.xml` is a folder, `reports/CS_Reports/CS_At_Risk.report` a report in it. */
function placeInFolder(
  type: ComponentType,
  folderType: ComponentType,
  segments: readonly string[],
): { type: ComponentType; fullName: string; file: string } | undefined {
  const file = segments.at(-1)!;
  const ending = [`.${type.suffix}`, '-meta.xml'].find((end) => file.endsWith(end));
  if (ending === undefined) return undefined;
  const fullName = [...segments.slice(0, -1), file.slice(0, -ending.length)].map(decodeName).join('/');
  return { type: ending === '-meta.xml' ? folderType : type, fullName, file };
}

/** File names escape what a name may hold and a path may not: `Account-CS%3A Layout`. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
