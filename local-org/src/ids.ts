import { SalesforceError } from './errors.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** Two characters for the instance and one reserved, between the key prefix and the counter. */
const INSTANCE = 'Tn0';
const COUNTER_DIGITS = 9;
const ID_PATTERN = /^[0-9A-Za-z]{15}([0-9A-Za-z]{3})?$/;

/** Writes a whole number in base 62, padded with zeros to `digits`. */
export function toBase62(value: number, digits: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = BASE62.charAt(rest % 62) + text;
  return text.padStart(digits, '0');
}

/**
 * The three characters that make a 15-character Id safe where case is lost: each tells which of five
 * characters are capitals.
 */
function checksum(id15: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = [...id15.slice(start, start + 5)].reduce(
        (sum, character, position) => sum + (/[A-Z]/.test(character) ? 1 << position : 0),
        0,
      );
      return CHECKSUM_ALPHABET.charAt(bits);
    })
    .join('');
}

/** An 18-character Id from a key prefix (`001`) and a counter. */
export function makeId(keyPrefix: string, counter: number): string {
  const id15 = keyPrefix + INSTANCE + toBase62(counter, COUNTER_DIGITS);
  return id15 + checksum(id15);
}

/**
 * The 18-character form of a 15- or 18-character Id, or undefined when the text is no Id. The checksum of an
 * 18-character Id repairs its case, as in an org; a checksum that cannot fit is refused.
 */
export function normalizeId(text: string): string | undefined {
  if (!ID_PATTERN.test(text)) return undefined;
  if (text.length === 15) return text + checksum(text);
  const repaired = repairCase(text.slice(0, 15), text.slice(15).toUpperCase());
  return repaired !== undefined && checksum(repaired) === text.slice(15).toUpperCase()
    ? repaired + checksum(repaired)
    : undefined;
}

function repairCase(id15: string, suffix: string): string | undefined {
  const bits = [...suffix].map((character) => CHECKSUM_ALPHABET.indexOf(character));
  if (bits.includes(-1)) return undefined;
  return [...id15]
    .map((character, index) =>
      ((bits[Math.floor(index / 5)] ?? 0) >> (index % 5)) & 1
        ? character.toUpperCase()
        : character.toLowerCase(),
    )
    .join('');
}

/** The 18-character Id, or a MALFORMED_ID error as an org words it. */
export function requireId(text: string, fieldLabel: string): string {
  const id = normalizeId(text);
  if (id === undefined) {
    throw new SalesforceError('MALFORMED_ID', `${fieldLabel}: id value of incorrect type: ${text}`);
  }
  return id;
}

/** The key prefix, which tells the object of an Id. */
export function keyPrefixOf(id: string): string {
  return id.slice(0, 3);
}
