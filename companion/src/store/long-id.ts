const SHORT_ID = /^[a-zA-Z0-9]{15}$/;
const PART_LENGTH = 5;
const SUFFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18 characters of an Id of 15: each of the three at the end says which letters of a third are capitals. Anything
 * else as it is.
 *
 * Source: https://help.salesforce.com/s/articleView?id=000385585&type=1
 */
export function toLongId(id: string): string {
  if (!SHORT_ID.test(id)) return id;
  const parts = [0, 1, 2].map((part) => id.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH));
  const suffix = parts.map((part) => {
    const bits = [...part].map((letter, index) => (/[A-Z]/.test(letter) ? 2 ** index : 0));
    return SUFFIX_LETTERS[bits.reduce((sum, bit) => sum + bit, 0)];
  });
  return id + suffix.join('');
}
