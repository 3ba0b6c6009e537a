import type { ComponentProblem } from '../types/component-problem.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** A problem at an element's place; without one it stands at the component's own. */
export function problemAt(element: XmlElement | undefined, message: string): ComponentProblem {
  return { message, ...element?.position };
}

/** A reference to a component that is nowhere, in the platform's words. */
export function notFound(
  element: XmlElement | undefined,
  field: string,
  type: string,
  fullName: string,
): ComponentProblem {
  return problemAt(element, `In field: ${field} - no ${type} named ${fullName} found`);
}
