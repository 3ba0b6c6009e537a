import type { ComponentProblem } from '../types/component-problem.ts';
import { definitionOf, splitChildName } from '../types/source-component.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../xml/xml-element.ts';
import type { ComponentHandler, DeployContext } from './handler.ts';
import { checkDeveloperName, checkText } from './names.ts';
import { notFound, problemAt } from './problem.ts';
import { readBundleMeta } from './lightning-component-bundle/read-bundle-meta.ts';

const TYPES = ['LightningWebComponent', 'Create', 'Update', 'LogACall'];

/** A quick action of an object (`Account.CS_Log_Touch`) or of the whole org (`CS_Search`). */
export const quickAction: ComponentHandler = {
  type: 'QuickAction',
  deploy(component, context) {
    const action = definitionOf(component);
    const isGlobal = !component.fullName.includes('.');
    const [objectName, name] = isGlobal ? ['', component.fullName] : splitChildName(component.fullName);
    if (!isGlobal && !context.org.schema.object(objectName)) {
      return [notFound(action, 'fullName', 'CustomObject', objectName)];
    }
    const type = childText(action, 'type') ?? '';
    if (!TYPES.includes(type)) {
      return [
        problemAt(childNamed(action, 'type'), `The local org does not model quick actions of type ${type}.`),
      ];
    }
    const problems = [
      ...checkDeveloperName(name, 'Action Name'),
      ...checkText(action, 'label', {
        maxLength: 80,
        ...(childNamed(action, 'standardLabel') ? {} : { missing: 'Required field is missing: label' }),
      }),
    ];
    if (type === 'LightningWebComponent') problems.push(...checkComponent(action, isGlobal, context));
    else problems.push(...checkFields(action, objectName, context));
    return problems;
  },
};

function checkComponent(action: XmlElement, isGlobal: boolean, { org }: DeployContext): ComponentProblem[] {
  const at = childNamed(action, 'lightningWebComponent');
  const name = childText(action, 'lightningWebComponent');
  if (name === undefined) return [problemAt(action, 'Required field is missing: lightningWebComponent')];
  const bundle = org.metadata.get('LightningComponentBundle', name);
  if (!bundle) return [notFound(at, 'lightningWebComponent', 'LightningComponentBundle', name)];
  const target = isGlobal ? 'lightning__GlobalAction' : 'lightning__RecordAction';
  const meta = readBundleMeta(parseXml(bundle.files[`${name}.js-meta.xml`] ?? ''));
  if (meta.targets.some((one) => one.name === target)) return [];
  return [
    problemAt(at, `The component c:${name} doesn't support the target ${target}, which this action needs`),
  ];
}

function checkFields(action: XmlElement, objectName: string, { org }: DeployContext): ComponentProblem[] {
  const target = childText(action, 'targetObject') ?? objectName;
  if (target !== '' && !org.schema.object(target)) {
    return [notFound(childNamed(action, 'targetObject'), 'targetObject', 'CustomObject', target)];
  }
  const layout = childNamed(action, 'quickActionLayout');
  const items = (layout ? childrenNamed(layout, 'quickActionLayoutColumns') : []).flatMap((column) =>
    childrenNamed(column, 'quickActionLayoutItems'),
  );
  return [...items, ...childrenNamed(action, 'fieldOverrides')].flatMap((item) => {
    const field = childText(item, 'field');
    if (field === undefined || org.schema.field(target, field)) return [];
    return [notFound(childNamed(item, 'field'), 'field', 'CustomField', `${target}.${field}`)];
  });
}
