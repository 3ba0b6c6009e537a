import { parseXml } from '../../xml/parse-xml.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { DeployContext } from '../handler.ts';
import { isValue } from '../lightning-component-bundle/check-bundle-meta.ts';
import { readBundleMeta } from '../lightning-component-bundle/read-bundle-meta.ts';
import { problemAt } from '../problem.ts';
import { TARGET_OF_PAGE_TYPE } from './page-templates.ts';
import { STANDARD_COMPONENTS } from './standard-components.ts';

/** What a component instance is held against. */
export interface PageSurroundings {
  pageType: string;
  objectName: string | undefined;
  facets: ReadonlySet<string>;
  context: DeployContext;
}

/** Checks one componentInstance: the component exists, may stand on such a page, and takes its properties. */
export function checkComponentInstance(instance: XmlElement, page: PageSurroundings): ComponentProblem[] {
  const name = childText(instance, 'componentName') ?? '';
  const at = childNamed(instance, 'componentName') ?? instance;
  const standard = STANDARD_COMPONENTS[name];
  if (standard) return checkStandard(name, instance, standard, page);
  const [namespace, local] = name.includes(':') ? name.split(':') : ['c', name];
  const bundle =
    namespace === 'c' ? page.context.org.metadata.get('LightningComponentBundle', local!) : undefined;
  const config = bundle?.files[`${local}.js-meta.xml`];
  if (config === undefined) {
    const message = `We couldn't retrieve the design time component information for component ${displayName(name)}.`;
    return [problemAt(at, message)];
  }
  return checkCustom(displayName(name), readBundleMeta(parseXml(config)), instance, page);
}

function checkStandard(
  name: string,
  instance: XmlElement,
  { properties, facets = [] }: (typeof STANDARD_COMPONENTS)[string],
  page: PageSurroundings,
): ComponentProblem[] {
  return propertiesOf(instance).flatMap(({ name: property, value, element }) => {
    if (!properties.includes(property)) return [unknownProperty(element, property, name)];
    if (facets.includes(property) && !page.facets.has(value)) {
      return [
        problemAt(element, `The facet '${value}' that ${name} names in '${property}' is not on the page`),
      ];
    }
    return [];
  });
}

function checkCustom(
  name: string,
  meta: ReturnType<typeof readBundleMeta>,
  instance: XmlElement,
  { pageType, objectName }: PageSurroundings,
): ComponentProblem[] {
  const at = childNamed(instance, 'componentName') ?? instance;
  const target = TARGET_OF_PAGE_TYPE[pageType] ?? pageType;
  if (!meta.isExposed) {
    return [
      problemAt(
        at,
        `The ${name} component must be marked 'isExposed=true' to be used on this Lightning Page`,
      ),
    ];
  }
  if (!meta.targets.some((one) => one.name === target)) {
    return [
      problemAt(at, `The ${name} component doesn't support the target ${target}; its targets do not list it`),
    ];
  }
  const configs = meta.targetConfigs.filter(({ targets }) => targets.includes(target));
  const objects = configs.flatMap((config) => config.objects.map((object) => object.name));
  if (objects.length > 0 && !objects.includes(objectName ?? '')) {
    const message = `The ${name} component doesn't support the object ${objectName}; it is for ${objects.join(', ')}`;
    return [problemAt(at, message)];
  }
  const offered = configs.flatMap((config) => config.properties);
  const given = propertiesOf(instance);
  const problems = given.flatMap(({ name: property, value, element }) => {
    const definition = offered.find((one) => one.name === property);
    if (!definition) return [unknownProperty(element, property, name)];
    if (isValue(definition, value)) return [];
    return [
      problemAt(
        element,
        `'${value}' is not a valid ${definition.type} for the property '${property}' of ${name}`,
      ),
    ];
  });
  for (const { name: property, required } of offered) {
    if (required && !given.some((one) => one.name === property && one.value !== '')) {
      problems.push(problemAt(at, `The property '${property}' of the ${name} component is required`));
    }
  }
  return problems;
}

function propertiesOf(instance: XmlElement): { name: string; value: string; element: XmlElement }[] {
  return childrenNamed(instance, 'componentInstanceProperties').map((element) => ({
    name: childText(element, 'name') ?? '',
    value: childText(element, 'value') ?? '',
    element,
  }));
}

function unknownProperty(element: XmlElement, property: string, component: string): ComponentProblem {
  return problemAt(element, `The '${property}' property doesn't exist on the component ${component}.`);
}

function displayName(name: string): string {
  return name.includes(':') ? name : `c:${name}`;
}
