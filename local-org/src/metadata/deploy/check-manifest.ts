import { isNamed, type Manifest } from '../package/read-manifest.ts';
import type { StrayFile } from '../package/collect-components.ts';
import type { MetadataSchema } from '../schema/metadata-schema.ts';
import type { ComponentProblem } from '../types/component-problem.ts';
import { COMPONENT_TYPES, parentTypeOf } from '../types/component-type.ts';
import { splitChildName, type SourceComponent } from '../types/source-component.ts';

interface ManifestFinding {
  subject: Pick<SourceComponent, 'type' | 'fullName' | 'fileName'>;
  problem: ComponentProblem;
}

/**
 * Holds a manifest against what the zip contains: unknown and unmodelled types, members without a file,
 * files without a member. Components that the manifest does not name get the problem themselves.
 */
export function checkManifest(
  manifest: Manifest,
  components: readonly SourceComponent[],
  strays: readonly StrayFile[],
  schema: MetadataSchema,
  allowMissingFiles: boolean,
): ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  const held = new Set(components.map(({ type, fullName }) => `${type}:${fullName}`));
  // Children of a file that could not be read are not missing; their parent says what is wrong.
  const unread = new Set(components.filter(({ root }) => !root).map(({ fullName }) => fullName));
  let namesUnmodelled = false;
  for (const { type, fullName, position } of manifest.members) {
    const subject = { type, fullName, fileName: manifest.fileName };
    if (!isModelled(type)) {
      namesUnmodelled = true;
      const message = schema.get(type)?.isMetadata
        ? `The local org does not model ${type}.`
        : `Unknown type name '${type}' specified in ${manifest.fileName}`;
      findings.push({ subject, problem: { message, ...position } });
    } else if (fullName !== '*' && !held.has(`${type}:${fullName}`)) {
      if (parentTypeOf(type) && (unread.has(splitChildName(fullName)[0]) || unread.has('CustomLabels')))
        continue;
      const message = `An object '${fullName}' of type ${type} was named in ${manifest.fileName}, but was not found in zipped directory`;
      const severity = allowMissingFiles ? 'Warning' : 'Error';
      findings.push({ subject, problem: { message, severity, ...position } });
    }
  }
  for (const component of components) {
    if (!isWanted(manifest, component)) component.problems.unshift({ message: 'Not in package.xml' });
  }
  // A file of an unmodelled type is already told by the manifest that names the type.
  if (!namesUnmodelled) {
    for (const { fileName, directory } of strays) {
      const message = `The local org does not model metadata in the folder '${directory}' with such a file name.`;
      findings.push({ subject: { type: '', fullName: fileName, fileName }, problem: { message } });
    }
  }
  return findings;
}

function isModelled(type: string): boolean {
  return COMPONENT_TYPES.some(({ name }) => name === type) || parentTypeOf(type) !== undefined;
}

/** A component is wanted by its own name, by its parent's, or as the file that holds a child that is wanted. */
function isWanted(manifest: Manifest, { type, fullName, parent, root }: SourceComponent): boolean {
  if (isNamed(manifest, type, fullName)) return true;
  if (parent) return isNamed(manifest, parent.type, parent.fullName);
  const childTypes = Object.values(COMPONENT_TYPES.find(({ name }) => name === type)?.children ?? {});
  return (
    childTypes.length > 0 &&
    (root === undefined || manifest.members.some((member) => childTypes.includes(member.type)))
  );
}
