import { describe, expect, test } from '@jest/globals';
import { parseXml, XmlSyntaxError } from './parse-xml.ts';
import { childNamed, childText } from './xml-element.ts';

describe('parseXml', () => {
  test('counts lines from 1 and columns after the start tag, as the Metadata API does', () => {
    const root = parseXml('<?xml version="1.0"?>\n<Package>\n    <types>\n    </types>\n</Package>');
    expect(childNamed(root, 'types')?.position).toEqual({ line: 3, column: 12 });
  });

  test('passes over a greater-than sign inside an attribute', () => {
    const root = parseXml('<a>\n<b label="x > y" />\n</a>');
    expect(childNamed(root, 'b')?.position).toEqual({ line: 2, column: 20 });
    expect(childNamed(root, 'b')?.attributes).toEqual({ label: 'x > y' });
  });

  test('gives an element as it stands in the file', () => {
    const root = parseXml('<a><b>1 &amp; 2</b><c/></a>');
    expect(root.children.map(({ source }) => source)).toEqual(['<b>1 &amp; 2</b>', '<c/>']);
    expect(childText(root, 'b')).toBe('1 & 2');
  });

  test('drops prefixes of names and keeps the default namespace', () => {
    const root = parseXml(
      '<s:Envelope xmlns:s="http://e" xmlns="http://d"><s:Body><x s:nil="true"/></s:Body></s:Envelope>',
    );
    expect(root.name).toBe('Envelope');
    expect(root.attributes).toEqual({ xmlns: 'http://d' });
    expect(root.children[0]?.children[0]?.attributes).toEqual({ nil: 'true' });
  });

  test.each([
    ['a closing tag that does not match', '<a>\n<b>\n</c></a>', 3],
    ['a bare ampersand', '<a>\n<b>R & D</b></a>', 2],
    ['an entity that nobody declared', '<a><b>&nbsp;</b></a>', 1],
    ['two root elements', '<a/>\n<b/>', 2],
    ['no element at all', '', 1],
    ['an attribute without quotes', '<a>\n<b x=1/></a>', 2],
  ])('refuses %s at its line', (_what, text, line) => {
    let caught: unknown;
    try {
      parseXml(text);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(XmlSyntaxError);
    expect((caught as XmlSyntaxError).position.line).toBe(line);
  });

  test('takes an ampersand inside CDATA as text', () => {
    expect(childText(parseXml('<a><b><![CDATA[R & D]]></b></a>'), 'b')).toBe('R & D');
  });
});
