import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { XmlElement, XmlPosition } from './xml-element.ts';

/** Text that is no well-formed XML, with the place where reading stopped. */
export class XmlSyntaxError extends Error {
  readonly position: XmlPosition;

  constructor(message: string, position: XmlPosition) {
    super(message);
    this.name = 'XmlSyntaxError';
    this.position = position;
  }
}

/** A node as fast-xml-parser orders it: one tag key with its children, `:@` with the attributes. */
type RawNode = Record<string, unknown> & { [metaData: symbol]: { startIndex: number; endIndex: number } };

const ATTRIBUTES = ':@';
const TEXT = '#text';
const META_DATA = XMLParser.getMetaDataSymbol() as unknown as symbol;
const PREDEFINED_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: false,
});

/**
 * Reads a document into its root element, every element with its place in the text.
 *
 * @throws {XmlSyntaxError} where the text is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const source = text.replace(/^\uFEFF/, '');
  assertWellFormed(source);
  const roots = elementsOf(parser.parse(source) as RawNode[], lineStarts(source), source);
  const [root, second] = roots;
  if (!root)
    throw new XmlSyntaxError('Premature end of file: there is no root element.', { line: 1, column: 1 });
  if (second) {
    throw new XmlSyntaxError('The markup following the root element must be well-formed.', second.position);
  }
  return root;
}

function assertWellFormed(source: string): void {
  const verdict = XMLValidator.validate(source);
  if (verdict !== true) {
    const { msg, line, col } = verdict.err;
    throw new XmlSyntaxError(msg, { line, column: col });
  }
  const outsideCdata = source.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, (block) =>
    block.replace(/[^\n]/g, ' '),
  );
  const entity = PREDEFINED_ENTITY.exec(outsideCdata);
  if (entity) {
    const position = positionAt(entity.index, lineStarts(source));
    throw new XmlSyntaxError('The reference to an entity must be declared; write "&amp;" for "&".', position);
  }
}

function elementsOf(nodes: RawNode[], lines: number[], source: string): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
    if (name === undefined || name === TEXT || name.startsWith('?')) return [];
    const content = node[name] as RawNode[];
    const { startIndex, endIndex } = node[META_DATA]!;
    return [
      {
        name: localName(name),
        attributes: attributesOf(node),
        children: elementsOf(content, lines, source),
        text: content.map((child) => (typeof child[TEXT] === 'string' ? child[TEXT] : '')).join(''),
        position: positionAt(endOfStartTag(source, startIndex), lines),
        source: source.slice(startIndex, endIndex),
      },
    ];
  });
}

/** Attributes by local name; a declaration of the default namespace stays `xmlns`. */
function attributesOf(node: RawNode): Record<string, string> {
  const attributes = Object.entries((node[ATTRIBUTES] ?? {}) as Record<string, string>);
  return Object.fromEntries(
    attributes
      .filter(([name]) => !name.startsWith('xmlns:'))
      .map(([name, value]) => [localName(name), value]),
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The offset after the `>` that closes the start tag, quoted attribute values passed over. */
function endOfStartTag(source: string, start: number): number {
  const tag = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/y;
  tag.lastIndex = start;
  return start + (tag.exec(source)?.[0].length ?? 0);
}

function lineStarts(source: string): number[] {
  return [0, ...[...source.matchAll(/\n/g)].map((match) => match.index + 1)];
}

function positionAt(offset: number, lines: number[]): XmlPosition {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (lines[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lines[low]! + 1 };
}
