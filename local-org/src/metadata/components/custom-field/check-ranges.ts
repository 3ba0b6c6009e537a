import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, childNumber, childText, type XmlElement } from '../../xml/xml-element.ts';
import { problemAt } from '../problem.ts';

/** Least and greatest `length` by type, in characters. */
const LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
  Text: [1, 255],
  LongTextArea: [256, 131_072],
  Html: [256, 131_072],
};
/** Least and greatest `visibleLines` by type. */
const VISIBLE_LINES: Readonly<Record<string, readonly [number, number]>> = {
  LongTextArea: [2, 50],
  Html: [10, 50],
  MultiselectPicklist: [3, 10],
};
const MAX_DIGITS = 18;
const AUTO_NUMBER_FORMAT = /\{0+\}/;

/**
 * Checks lengths, visible lines, digits and formats against the limits of the field's type.
 * https://help.salesforce.com/s/articleView?id=platform.custom_field_attributes.htm
 */
export function checkRanges(field: XmlElement): ComponentProblem[] {
  const type = childText(field, 'type') ?? '';
  return [
    ...checkRange(field, 'length', LENGTHS[type]),
    ...checkRange(field, 'visibleLines', VISIBLE_LINES[type]),
    ...checkDigits(field),
    ...checkDisplayFormat(field, type),
  ];
}

function checkRange(
  field: XmlElement,
  attribute: string,
  range: readonly [number, number] | undefined,
): ComponentProblem[] {
  const value = childNumber(field, attribute);
  if (value === undefined || !range || (value >= range[0] && value <= range[1])) return [];
  const message = `${attribute}: ${value} is out of range; expected ${range[0]} to ${range[1]}`;
  return [problemAt(childNamed(field, attribute), message)];
}

function checkDigits(field: XmlElement): ComponentProblem[] {
  const precision = childNumber(field, 'precision');
  const scale = childNumber(field, 'scale');
  if (precision === undefined || scale === undefined) return [];
  if (precision < 1 || precision > MAX_DIGITS) {
    const message = `precision: ${precision} is out of range; expected 1 to ${MAX_DIGITS}`;
    return [problemAt(childNamed(field, 'precision'), message)];
  }
  if (scale < 0 || scale > precision) {
    const message = `scale: ${scale} is out of range; expected 0 to the precision, ${precision}`;
    return [problemAt(childNamed(field, 'scale'), message)];
  }
  return [];
}

function checkDisplayFormat(field: XmlElement, type: string): ComponentProblem[] {
  const format = childText(field, 'displayFormat');
  if (type !== 'AutoNumber' || format === undefined || AUTO_NUMBER_FORMAT.test(format)) return [];
  const message = `displayFormat: ${format} holds no number; expected a part such as {0000}`;
  return [problemAt(childNamed(field, 'displayFormat'), message)];
}
