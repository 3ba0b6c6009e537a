import { expect, test } from '@jest/globals';
import { toLongId } from './long-id.ts';

test.each([
  ['001D000000IRFmA', '001D000000IRFmAIAX'],
  ['00D000000000062', '00D000000000062EAA'],
  ['001D000000IRFmAIAX', '001D000000IRFmAIAX'],
  ['northwind-42', 'northwind-42'],
  ['', ''],
])('the long Id of "%s" is "%s"', (id, long) => {
  expect(toLongId(id)).toBe(long);
});
