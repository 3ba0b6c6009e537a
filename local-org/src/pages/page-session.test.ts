import { expect, test } from '@jest/globals';
import { localPath } from './page-session.ts';

test.each(['/lightning/r/Account/001/view', '/', '/a?b=//c'])('%s is a path of this org', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/a\r\nb',
  '',
  undefined,
  ['/a'],
])('%s leads home instead', (wanted) => expect(localPath(wanted)).toBe('/lightning/page/home'));
