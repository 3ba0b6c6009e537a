import type { ComponentProblem } from '../types/component-problem.ts';
import { definitionOf } from '../types/source-component.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../xml/xml-element.ts';
import { checkActionOverride } from './action-overrides.ts';
import type { ComponentHandler, DeployContext } from './handler.ts';
import { checkDeveloperName, checkText } from './names.ts';
import { notFound, problemAt } from './problem.ts';
import { isStandardTab } from './standard-names.ts';

/** A Lightning app: its tabs, its utility bar, and the pages it puts in place of others. */
export const customApplication: ComponentHandler = {
  type: 'CustomApplication',
  deploy(component, context) {
    const app = definitionOf(component);
    return [
      ...checkDeveloperName(component.fullName.replace(/^standard__/, ''), 'Developer Name'),
      ...checkText(app, 'label', { maxLength: 40, missing: 'Required field is missing: label' }),
      ...checkText(app, 'description', { maxLength: 255 }),
      ...checkUiType(app),
      ...checkTabs(app, context),
      ...checkOverrides(app, context),
      ...checkUtilityBar(app, context),
    ];
  },
};

function checkUiType(app: XmlElement): ComponentProblem[] {
  const uiType = childText(app, 'uiType');
  if (uiType === 'Lightning') {
    if (childText(app, 'navType') === undefined)
      return [problemAt(app, 'Required field is missing: navType')];
    const factors = childrenNamed(app, 'formFactors');
    return factors.length > 0 ? [] : [problemAt(app, 'Required field is missing: formFactors')];
  }
  const found = uiType ?? 'Aloha, the default';
  return [
    problemAt(childNamed(app, 'uiType') ?? app, `The local org does not model apps of uiType ${found}.`),
  ];
}

function checkTabs(app: XmlElement, { org, isDeployed }: DeployContext): ComponentProblem[] {
  const objectExists = (name: string): boolean => org.schema.object(name) !== undefined;
  const seen = new Set<string>();
  return childrenNamed(app, 'tabs').flatMap((tab) => {
    const name = tab.text.trim();
    if (seen.has(name)) return [problemAt(tab, `The tab ${name} stands more than once in the app`)];
    seen.add(name);
    const exists = isStandardTab(name, objectExists) || isDeployed('CustomTab', name);
    return exists ? [] : [notFound(tab, 'tab', 'CustomTab', name)];
  });
}

function checkOverrides(app: XmlElement, context: DeployContext): ComponentProblem[] {
  const unmodelled = childNamed(app, 'profileActionOverrides');
  const overrides = childrenNamed(app, 'actionOverrides').flatMap((override) => {
    const subject = childText(override, 'pageOrSobjectType') ?? '';
    if (subject === 'standard-home') return checkHomeOverride(override, context);
    if (!context.org.schema.object(subject)) {
      return [
        notFound(childNamed(override, 'pageOrSobjectType'), 'pageOrSobjectType', 'CustomObject', subject),
      ];
    }
    return checkActionOverride(override, subject, context);
  });
  if (!unmodelled) return overrides;
  return [...overrides, problemAt(unmodelled, 'The local org does not model page assignments by profile.')];
}

/** `standard-home` takes a page of type HomePage for its Tab action. */
function checkHomeOverride(override: XmlElement, { org }: DeployContext): ComponentProblem[] {
  const content = childText(override, 'content') ?? 'The content';
  const action = childText(override, 'actionName') ?? '';
  const page = org.metadata.get('FlexiPage', content);
  const type = page && childText(parseXml(Object.values(page.files)[0] ?? ''), 'type');
  if (action === 'Tab' && type === 'HomePage') return [];
  const message = `${content} does not exist or is not a valid override for action ${action}.`;
  return [problemAt(childNamed(override, 'content') ?? override, message)];
}

function checkUtilityBar(app: XmlElement, { isDeployed }: DeployContext): ComponentProblem[] {
  const name = childText(app, 'utilityBar');
  if (name === undefined || isDeployed('FlexiPage', name)) return [];
  return [notFound(childNamed(app, 'utilityBar'), 'utilityBar', 'FlexiPage', name)];
}
