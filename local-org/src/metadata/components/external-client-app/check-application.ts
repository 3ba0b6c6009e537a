import type { ComponentProblem } from '../../types/component-problem.ts';
import type { SourceComponent } from '../../types/source-component.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import { childNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { DeployContext } from '../handler.ts';
import { notFound, problemAt } from '../problem.ts';

/** Checks that a part names an external client app of the org, and is its only part of that type. */
export function checkApplication(
  component: SourceComponent,
  part: XmlElement,
  { org, isDeployed }: DeployContext,
): ComponentProblem[] {
  const name = childText(part, 'externalClientApplication') ?? '';
  const at = childNamed(part, 'externalClientApplication');
  if (!isDeployed('ExternalClientApplication', name)) {
    return [notFound(at, 'externalClientApplication', 'ExternalClientApplication', name)];
  }
  const other = org.metadata
    .list(component.type)
    .find(
      ({ fullName, files }) =>
        fullName !== component.fullName &&
        childText(parseXml(Object.values(files)[0] ?? ''), 'externalClientApplication') === name,
    );
  if (!other) return [];
  return [problemAt(at, `${name} already has the ${component.type} ${other.fullName}; an app has one`)];
}
