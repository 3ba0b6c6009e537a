import type { FieldDef } from '../../../schema/types.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import { problemAt } from '../problem.ts';

/** Every custom object has 80 characters for a text name. */
const NAME_LENGTH = 80;

/** Checks the nameField of a custom object: Text, or AutoNumber with a format. */
export function checkNameField(object: XmlElement): ComponentProblem[] {
  const field = childNamed(object, 'nameField');
  if (!field) return [problemAt(object, 'Must specify a nameField for the CustomObject')];
  const type = childText(field, 'type');
  if (childText(field, 'label') === undefined) {
    return [problemAt(field, 'Must specify a non-empty label for the nameField')];
  }
  if (type !== 'Text' && type !== 'AutoNumber') {
    const found = type ?? 'none';
    return [problemAt(field, `The nameField must be of type Text or AutoNumber; found ${found}`)];
  }
  if (type === 'AutoNumber' && !/\{0+\}/.test(childText(field, 'displayFormat') ?? '')) {
    return [problemAt(field, "Must specify 'displayFormat' with a number part for an AutoNumber nameField")];
  }
  return [];
}

/** The schema's Name field, as the nameField describes it. */
export function readNameField(object: XmlElement): FieldDef {
  const field = childNamed(object, 'nameField');
  const format = childText(field, 'type') === 'AutoNumber' ? childText(field, 'displayFormat') : undefined;
  return {
    name: 'Name',
    label: childText(field, 'label') ?? 'Name',
    type: 'string',
    custom: false,
    length: NAME_LENGTH,
    // A record without a name gets its Id as name, so the field can be left out on create.
    nillable: true,
    createable: format === undefined,
    updateable: format === undefined,
    ...(format === undefined ? {} : { autoNumber: { format } }),
  };
}
