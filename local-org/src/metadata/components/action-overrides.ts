import type { ComponentProblem } from '../types/component-problem.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childNamed, childText, type XmlElement } from '../xml/xml-element.ts';
import type { DeployContext } from './handler.ts';
import { problemAt } from './problem.ts';

const ACTIONS = ['View', 'Edit', 'New', 'Delete', 'Clone', 'List', 'Tab', 'Accept', 'CancelEdit', 'SaveEdit'];

/**
 * Checks one actionOverrides element of an object or an app: the action is known, and a Flexipage override
 * names a record page of that object.
 */
export function checkActionOverride(
  override: XmlElement,
  objectName: string,
  { org }: DeployContext,
): ComponentProblem[] {
  const action = childText(override, 'actionName') ?? '';
  const type = childText(override, 'type') ?? 'Default';
  const content = childText(override, 'content');
  if (!ACTIONS.includes(action)) {
    return [
      problemAt(
        childNamed(override, 'actionName'),
        `${action} is not a valid action to override on ${objectName}`,
      ),
    ];
  }
  if (type === 'Default' || type === 'Standard') return [];
  const at = childNamed(override, 'content') ?? override;
  if (type !== 'Flexipage')
    return [problemAt(at, `The local org does not model action overrides of type ${type}.`)];
  const page = content === undefined ? undefined : org.metadata.get('FlexiPage', content);
  const definition = page && parseXml(Object.values(page.files)[0] ?? '');
  const fits = action === 'View' && childText(definition, 'type') === 'RecordPage';
  if (!fits || childText(definition, 'sobjectType') !== objectName) {
    const name = content ?? 'The content';
    return [problemAt(at, `${name} does not exist or is not a valid override for action ${action}.`)];
  }
  return [];
}
