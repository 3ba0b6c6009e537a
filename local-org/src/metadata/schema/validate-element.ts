import type { XmlElement } from '../xml/xml-element.ts';
import type { ComponentProblem } from '../types/component-problem.ts';
import type { ElementDef, MetadataSchema } from './metadata-schema.ts';

export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Elements whose content has a schema of its own, which the WSDL declares as base64Binary. */
const OPAQUE_ELEMENTS: ReadonlySet<string> = new Set(['LightningComponentBundle.targetConfigs']);

/**
 * Checks an element and all below it against its metadata type: names, enums, booleans, numbers, dates,
 * required elements, single elements standing once, repeated elements standing together.
 *
 * @returns every problem in document order, worded as the platform words it
 */
export function validateElement(
  schema: MetadataSchema,
  element: XmlElement,
  typeName: string,
): ComponentProblem[] {
  const type = schema.get(typeName);
  if (!type) return [problem(element, `Unknown type name '${typeName}'`)];
  const problems: ComponentProblem[] = [];
  const seen = new Set<string>();
  let previous: string | undefined;
  for (const child of element.children) {
    const definition = type.elements.get(child.name);
    if (!definition) {
      const name = `{${METADATA_NAMESPACE}}${child.name}`;
      problems.push(problem(child, `Element ${name} invalid at this location in type ${typeName}`));
      continue;
    }
    if (seen.has(child.name) && !(definition.repeated && previous === child.name)) {
      problems.push(
        problem(child, `Element ${child.name} is duplicated at this location in type ${typeName}`),
      );
    }
    seen.add(child.name);
    previous = child.name;
    if (!OPAQUE_ELEMENTS.has(`${typeName}.${child.name}`)) {
      problems.push(...validateContent(schema, child, definition));
    }
  }
  for (const { name, required } of type.elements.values()) {
    if (required && !seen.has(name)) {
      problems.push({ message: `Required field is missing: ${name}`, ...element.position });
    }
  }
  return problems;
}

function validateContent(
  schema: MetadataSchema,
  element: XmlElement,
  definition: ElementDef,
): ComponentProblem[] {
  if (element.attributes['nil'] === 'true') return [];
  if (definition.kind === 'complex') return validateElement(schema, element, definition.typeName!);
  const [nested] = element.children;
  if (nested) {
    const name = `{${METADATA_NAMESPACE}}${nested.name}`;
    return [problem(nested, `Element ${name} invalid at this location in a simple type`)];
  }
  const text = element.text.trim();
  const fault = faultOf(text, definition);
  return fault === undefined ? [] : [problem(element, fault)];
}

function faultOf(text: string, definition: ElementDef): string | undefined {
  switch (definition.kind) {
    case 'enum':
      if (definition.values!.includes(text)) return undefined;
      return `'${text}' is not a valid value for the enum '${definition.typeName}'`;
    case 'boolean':
      if (/^(?:true|false|0|1)$/.test(text)) return undefined;
      return `'${text}' is not a valid value for the type xsd:boolean`;
    case 'int':
      return /^-?\d+$/.test(text) ? undefined : `'${text}' is not a valid value for the type xsd:int`;
    case 'double':
      return /^-?\d+(?:\.\d+)?$/.test(text)
        ? undefined
        : `'${text}' is not a valid value for the type xsd:double`;
    case 'date':
      return Number.isNaN(Date.parse(text))
        ? `'${text}' is not a valid value for the type xsd:date`
        : undefined;
    default:
      return undefined;
  }
}

function problem(element: XmlElement, message: string): ComponentProblem {
  return { message: `Error parsing file: ${message}`, ...element.position };
}
