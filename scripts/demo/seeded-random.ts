/**
 * A generator of numbers from 0 up to 1 that gives the same numbers for the same text, on every machine:
 * FNV-1a makes a seed of the text, mulberry32 draws from it. For variety in demo data, not for secrets.
 * Sources: http://www.isthe.com/chongo/tech/comp/fnv/ and https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function seededRandom(text: string): () => number {
  let state = 0x811c9dc5;
  for (const character of text) {
    state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
