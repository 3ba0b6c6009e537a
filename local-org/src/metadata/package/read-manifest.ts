import { readMember } from '../types/component-type.ts';
import { childrenNamed, childText, type XmlPosition } from '../xml/xml-element.ts';
import { parseXml, XmlSyntaxError } from '../xml/parse-xml.ts';
import { PackageError } from './package-error.ts';

export interface ManifestMember {
  type: string;
  fullName: string;
  position: XmlPosition;
}

/** A package.xml or destructiveChanges.xml: what it names, in order. `*` stands as a member of that name. */
export interface Manifest {
  fileName: string;
  apiVersion?: string;
  members: ManifestMember[];
}

/** Reads a manifest; `fileName` is its path in the zip. */
export function readManifest(text: string, fileName: string): Manifest {
  const root = parseManifest(text, fileName);
  if (root.name !== 'Package') {
    throw new PackageError(`The root element is ${root.name}; expected Package`, fileName, root.position);
  }
  const members = childrenNamed(root, 'types').flatMap((types) => {
    const type = childText(types, 'name');
    if (type === undefined)
      throw new PackageError('Required field is missing: name', fileName, types.position);
    return childrenNamed(types, 'members').map((member) => ({
      ...readMember(type, member.text.trim()),
      position: member.position,
    }));
  });
  const apiVersion = childText(root, 'version');
  return { fileName, members, ...(apiVersion === undefined ? {} : { apiVersion }) };
}

/** Whether a manifest asks for a component; `*` does not reach standard objects. */
export function isNamed(manifest: Manifest, type: string, fullName: string): boolean {
  return manifest.members.some(
    (member) =>
      member.type === type &&
      (member.fullName === fullName ||
        (member.fullName === '*' && (type !== 'CustomObject' || fullName.endsWith('__c')))),
  );
}

function parseManifest(text: string, fileName: string) {
  try {
    return parseXml(text);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    throw new PackageError(`Error parsing file: ${error.message}`, fileName, error.position);
  }
}
