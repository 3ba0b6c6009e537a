import type { ComponentProblem } from '../types/component-problem.ts';
import { childNamed, childText, type XmlElement } from '../xml/xml-element.ts';
import { problemAt } from './problem.ts';

const MAX_CUSTOM_NAME = 40;
const DEVELOPER_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;

/** Checks a developer name: a letter first, letters, digits and single underscores, not one at the end. */
export function checkDeveloperName(name: string, what: string, maxLength = 80): ComponentProblem[] {
  if (!DEVELOPER_NAME.test(name)) {
    const rule =
      'can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.';
    return [{ message: `The ${what} field ${rule} Found: ${name}` }];
  }
  if (name.length > maxLength) {
    const length = `${name.length} characters`;
    return [{ message: `${what}: data value too large: ${name} (${length}, max length=${maxLength})` }];
  }
  return [];
}

/** Checks the API name of a custom object or field: a developer name of at most 40 characters, then `__c`. */
export function checkCustomName(name: string, what: string): ComponentProblem[] {
  if (!name.endsWith('__c')) {
    return [
      { message: `The ${what} ${name} must end with __c; expected the API name of a custom component` },
    ];
  }
  return checkDeveloperName(name.slice(0, -3), what, MAX_CUSTOM_NAME);
}

/** Checks that a text child is there and not too long. */
export function checkText(
  element: XmlElement,
  child: string,
  { maxLength, missing }: { maxLength: number; missing?: string },
): ComponentProblem[] {
  const text = childText(element, child);
  if (text === undefined) {
    return missing === undefined ? [] : [problemAt(childNamed(element, child), missing)];
  }
  if (text.length <= maxLength) return [];
  const at = childNamed(element, child);
  return [problemAt(at, `${child}: data value too large: ${text} (max length=${maxLength})`)];
}
