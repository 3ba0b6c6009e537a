import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import { problemAt } from '../problem.ts';
import {
  FIELD_ATTRIBUTES,
  FORMULA_ATTRIBUTES,
  FORMULA_TYPES,
  HARMLESS_WHEN_FALSE,
  TYPED_ATTRIBUTES,
} from './field-attributes.ts';

/** Checks that a field says what its type needs and nothing that belongs to other types only. */
export function checkAttributes(field: XmlElement): ComponentProblem[] {
  const type = childText(field, 'type');
  if (type === undefined) return [problemAt(field, 'Must specify a type for the CustomField')];
  const attributes = FIELD_ATTRIBUTES[type];
  if (!attributes) {
    return [
      problemAt(childNamed(field, 'type'), `The local org does not model custom fields of type ${type}.`),
    ];
  }
  const isFormula = childNamed(field, 'formula') !== undefined;
  if (isFormula && !FORMULA_TYPES.includes(type)) {
    const message = `A formula cannot result in a field of type ${type}; expected one of ${FORMULA_TYPES.join(', ')}`;
    return [problemAt(childNamed(field, 'formula'), message)];
  }
  const { required, optional } = isFormula ? formulaAttributes(attributes.required) : attributes;
  const missing = required
    .filter((name) => childText(field, name) === undefined && !childNamed(field, name)?.children.length)
    .map((name) => problemAt(field, `Must specify '${name}' for a CustomField of type ${type}`));
  const misplaced = field.children
    .filter(({ name }) => TYPED_ATTRIBUTES.has(name) && !required.includes(name) && !optional.includes(name))
    .filter(({ name, text }) => !(HARMLESS_WHEN_FALSE.has(name) && text.trim() === 'false'))
    .map((child) => problemAt(child, misplacedMessage(child.name, type)));
  return [...missing, ...misplaced];
}

/** A formula keeps the digits of its type and has nothing else of a stored field. */
function formulaAttributes(required: readonly string[]) {
  const digits = required.filter((name) => name === 'precision' || name === 'scale');
  return { required: [...digits, 'formula'], optional: FORMULA_ATTRIBUTES };
}

function misplacedMessage(attribute: string, type: string): string {
  return type === 'MasterDetail' && attribute === 'required'
    ? 'Master-Detail Relationship Fields Cannot be Optional or Required'
    : `Can not specify '${attribute}' for a CustomField of type ${type}`;
}
