import { expect, test } from '@jest/globals';
import { soqlLiteral } from './soql-literal.ts';

test.each([
  ['plain', "'plain'"],
  ["O'Neil", "'O\\'Neil'"],
  ["\\' OR Id != '", "'\\\\\\' OR Id != \\''"],
  ['two\nlines', "'two\\nlines'"],
])('%j becomes a literal that cannot end early', (text, literal) => {
  expect(soqlLiteral(text)).toBe(literal);
});
