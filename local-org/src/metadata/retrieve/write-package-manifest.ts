import { METADATA_NAMESPACE } from '../schema/validate-element.ts';
import { listedType } from '../types/component-type.ts';
import { writeXml } from '../xml/write-xml.ts';

/** The package.xml that names what a retrieve brought. */
export function writePackageManifest(
  components: readonly { type: string; fullName: string }[],
  apiVersion: string,
): string {
  const names = [...new Set(components.map(({ type }) => listedType(type)))].sort();
  const types = names.map((name) => ({
    members: components
      .filter(({ type }) => listedType(type) === name)
      .map(({ fullName }) => fullName)
      .sort(),
    name,
  }));
  const body = writeXml({ types, version: apiVersion });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${METADATA_NAMESPACE}">${body}</Package>\n`;
}
