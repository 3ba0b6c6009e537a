import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, type XmlElement } from '../../xml/xml-element.ts';
import { problemAt } from '../problem.ts';
import {
  BUNDLE_TARGETS,
  PAGE_TARGETS,
  PROPERTY_ATTRIBUTES,
  PROPERTY_TYPES,
  TARGET_CONFIG_ELEMENTS,
} from './bundle-targets.ts';
import { readBundleMeta, type BundleProperty, type TargetConfig } from './read-bundle-meta.ts';

const NEWEST_API_VERSION = 66;
/** The first version with Lightning web components. */
const OLDEST_API_VERSION = 45;

interface Surroundings {
  objectExists: (name: string) => boolean;
  /** The bundle's script, to hold properties against its `@api` members. */
  script: string;
}

/** Checks a bundle's configuration file: version, targets, and what each targetConfig offers. */
export function checkBundleMeta(name: string, root: XmlElement, around: Surroundings): ComponentProblem[] {
  const meta = readBundleMeta(root);
  const problems: ComponentProblem[] = [];
  const version = Number(meta.apiVersion ?? NEWEST_API_VERSION);
  if (version < OLDEST_API_VERSION || version > NEWEST_API_VERSION) {
    const range = `${OLDEST_API_VERSION}.0 to ${NEWEST_API_VERSION}.0`;
    const message = `Invalid API version ${meta.apiVersion} of ${name}; expected ${range}`;
    problems.push(problemAt(childNamed(root, 'apiVersion'), message));
  }
  for (const { name: target, element } of meta.targets) {
    if (!BUNDLE_TARGETS.has(target))
      problems.push(problemAt(element, `Invalid target '${target}' in ${name}.js-meta.xml`));
  }
  const declared = meta.targets.map((target) => target.name);
  for (const config of meta.targetConfigs)
    problems.push(...checkTargetConfig(name, config, declared, around));
  return problems;
}

function checkTargetConfig(
  bundle: string,
  config: TargetConfig,
  declared: readonly string[],
  around: Surroundings,
): ComponentProblem[] {
  const { element, targets } = config;
  const problems: ComponentProblem[] = [];
  if (targets.length === 0) problems.push(problemAt(element, 'targetConfig needs the attribute targets'));
  for (const target of targets.filter((name) => !declared.includes(name))) {
    const message = `targetConfig names the target '${target}', which ${bundle} does not list in its targets`;
    problems.push(problemAt(element, message));
  }
  for (const child of element.children.filter(({ name }) => !TARGET_CONFIG_ELEMENTS.includes(name))) {
    problems.push(problemAt(child, `Invalid element '${child.name}' in targetConfig of ${bundle}`));
  }
  for (const object of config.objects.filter(({ name }) => !around.objectExists(name))) {
    const message = `Invalid reference ${object.name} of type sobjectClass in file ${bundle}.js-meta.xml`;
    problems.push(problemAt(object.element, message));
  }
  if (config.objects.length > 0 && !targets.some((target) => /__Record(?:Page|Action)$/.test(target))) {
    problems.push(
      problemAt(element, 'objects can only be named for lightning__RecordPage and lightning__RecordAction'),
    );
  }
  if (
    targets.includes('lightning__RecordAction') &&
    !/^(?:ScreenAction|Action)$/.test(config.actionType ?? '')
  ) {
    const found = config.actionType ?? 'none';
    problems.push(
      problemAt(
        element,
        `A targetConfig for lightning__RecordAction needs the actionType ScreenAction or Action; found ${found}`,
      ),
    );
  }
  const onPage = targets.some((target) => PAGE_TARGETS.includes(target));
  const seen = new Set<string>();
  for (const property of config.properties) {
    if (onPage) problems.push(...checkProperty(bundle, property, around.script));
    if (seen.has(property.name))
      problems.push(problemAt(property.element, `Duplicate property '${property.name}'`));
    seen.add(property.name);
  }
  return problems;
}

function checkProperty(bundle: string, property: BundleProperty, script: string): ComponentProblem[] {
  const { name, type, element } = property;
  const unknown = Object.keys(element.attributes).filter(
    (attribute) => !PROPERTY_ATTRIBUTES.includes(attribute),
  );
  const problems = unknown.map((attribute) =>
    problemAt(element, `Invalid attribute '${attribute}' of property '${name}'`),
  );
  if (name === '') return [...problems, problemAt(element, 'A property needs the attribute name')];
  if (!PROPERTY_TYPES.includes(type)) {
    const expected = PROPERTY_TYPES.join(', ');
    problems.push(
      problemAt(element, `Property '${name}' has the type '${type}'; expected one of ${expected}`),
    );
  }
  const setDefault = element.attributes['default'];
  if (setDefault !== undefined && !isValue(property, setDefault)) {
    problems.push(
      problemAt(element, `Property '${name}': the default '${setDefault}' is no ${type} it allows`),
    );
  }
  if (!new RegExp(`@api\\s+(?:get\\s+|set\\s+)?${name}\\b`).test(script)) {
    problems.push(problemAt(element, `Property '${name}' has no @api property of that name in ${bundle}.js`));
  }
  return problems;
}

/** Whether a text is a value of the property's type, in its range and among its choices. */
export function isValue({ type, min, max, choices }: BundleProperty, text: string): boolean {
  if (choices && choices.length > 0 && !choices.includes(text)) return false;
  if (type === 'Boolean') return text === 'true' || text === 'false';
  if (type !== 'Integer') return true;
  const value = Number(text);
  return Number.isInteger(value) && value >= (min ?? -Infinity) && value <= (max ?? Infinity);
}
