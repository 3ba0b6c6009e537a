/** Line and column, both from 1, of the character after an element's start tag, as the Metadata API counts. */
export interface XmlPosition {
  line: number;
  column: number;
}

/** One element of a metadata file or a SOAP message. Names are local names; comments are gone. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Text directly inside the element, as written. */
  text: string;
  position: XmlPosition;
  /** The element as it stands in the file, start and end tag included. */
  source: string;
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name && child.attributes['nil'] !== 'true');
}

/** The trimmed text of a child element; undefined when the child is absent or empty. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  const text = childNamed(element, name)?.text.trim();
  return text === '' ? undefined : text;
}

/** True when a child holds `true`; absent counts as false. */
export function childFlag(element: XmlElement | undefined, name: string): boolean {
  return childText(element, name) === 'true';
}

/** The number in a child element; undefined when absent. The schema has checked its form. */
export function childNumber(element: XmlElement | undefined, name: string): number | undefined {
  const text = childText(element, name);
  return text === undefined ? undefined : Number(text);
}
