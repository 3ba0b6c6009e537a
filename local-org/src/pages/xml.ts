import { XMLParser } from 'fast-xml-parser';

export type XmlNode = { [name: string]: XmlNode[] | string | undefined };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** Reads a metadata file as a tree in which every element is a list; a missing one reads as an empty list. */
export function parseXml(text: string, root: string): XmlNode {
  const tree = parser.parse(text) as XmlNode;
  return children(tree, root)[0] ?? {};
}

/** The child elements of that name. */
export function children(node: XmlNode, name: string): XmlNode[] {
  const value = node[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object') : [];
}

/** The text of the first child element of that name. */
export function text(node: XmlNode, name: string): string | undefined {
  return texts(node, name)[0];
}

/** The text of every child element of that name. */
export function texts(node: XmlNode, name: string): string[] {
  const value = node[name];
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    if (typeof one === 'string') return [one];
    const inner = (one as XmlNode)['#text'];
    return typeof inner === 'string' ? [inner] : [];
  });
}

/** An attribute's value. */
export function attribute(node: XmlNode, name: string): string | undefined {
  const value = node[`@${name}`];
  return typeof value === 'string' ? value : undefined;
}
