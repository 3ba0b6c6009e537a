import { childFlag, childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';

/** One property that an admin can set on a page. Values are as written. */
export interface BundleProperty {
  name: string;
  type: string;
  required: boolean;
  min?: number;
  max?: number;
  /** Values allowed by `datasource`. */
  choices?: string[];
  element: XmlElement;
}

/** What a bundle's `targetConfig` says for the targets it names. */
export interface TargetConfig {
  targets: string[];
  objects: { name: string; element: XmlElement }[];
  properties: BundleProperty[];
  actionType?: string;
  element: XmlElement;
}

/** The configuration file of a Lightning web component. */
export interface BundleMeta {
  isExposed: boolean;
  apiVersion?: string;
  targets: { name: string; element: XmlElement }[];
  targetConfigs: TargetConfig[];
}

/** Reads `<bundle>.js-meta.xml`; its form has been checked. */
export function readBundleMeta(root: XmlElement): BundleMeta {
  const targets = childNamed(root, 'targets');
  const configs = childNamed(root, 'targetConfigs');
  return {
    isExposed: childFlag(root, 'isExposed'),
    apiVersion: childText(root, 'apiVersion'),
    targets: (targets ? childrenNamed(targets, 'target') : []).map((element) => ({
      name: element.text.trim(),
      element,
    })),
    targetConfigs: (configs ? childrenNamed(configs, 'targetConfig') : []).map(readTargetConfig),
  };
}

function readTargetConfig(element: XmlElement): TargetConfig {
  const objects = childNamed(element, 'objects');
  return {
    targets: splitList(element.attributes['targets']),
    objects: (objects ? childrenNamed(objects, 'object') : []).map((object) => ({
      name: object.text.trim(),
      element: object,
    })),
    properties: childrenNamed(element, 'property').map(readProperty),
    actionType: childText(element, 'actionType'),
    element,
  };
}

function readProperty(element: XmlElement): BundleProperty {
  const { name = '', type = '', required, min, max, datasource } = element.attributes;
  return {
    name,
    type,
    required: required === 'true',
    ...(min === undefined ? {} : { min: Number(min) }),
    ...(max === undefined ? {} : { max: Number(max) }),
    // A data source that is a class (apex://…) cannot be known here.
    ...(datasource === undefined || datasource.includes('://') ? {} : { choices: splitList(datasource) }),
    element,
  };
}

function splitList(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
