import { attribute, children, parseXml, texts } from '../xml.ts';
import type { PropertyDeclaration } from './read-flexipage.ts';

/** The properties that a bundle's configuration declares for a target, `lightning__RecordPage`. */
export function readDeclaredProperties(metaXml: string, target: string): Map<string, PropertyDeclaration> {
  const bundle = parseXml(metaXml, 'LightningComponentBundle');
  const configs = children(bundle, 'targetConfigs').flatMap((one) => children(one, 'targetConfig'));
  const matching = configs.filter((config) =>
    (attribute(config, 'targets') ?? '').split(/\s*,\s*/).includes(target),
  );
  return new Map(
    matching
      .flatMap((config) => children(config, 'property'))
      .map((property) => [
        attribute(property, 'name') ?? '',
        { type: attribute(property, 'type') ?? 'String', ...defaultOf(attribute(property, 'default')) },
      ]),
  );
}

/** The targets of a bundle: where it may be placed. */
export function readTargets(metaXml: string): string[] {
  const bundle = parseXml(metaXml, 'LightningComponentBundle');
  return children(bundle, 'targets').flatMap((one) => texts(one, 'target'));
}

const defaultOf = (value: string | undefined) => (value === undefined ? {} : { default: value });
