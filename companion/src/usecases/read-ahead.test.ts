import { describe, expect, test } from '@jest/globals';
import { readAhead } from './read-ahead.ts';

/** Three items, the last of which may fail; says what became of it. */
function source(fails = false) {
  const said: string[] = [];
  async function* items() {
    try {
      for (const item of [1, 2, 3]) {
        if (fails && item === 3) throw new Error('no third');
        said.push(`read ${item}`);
        yield item;
      }
    } finally {
      said.push('closed');
    }
  }
  return { items: items(), said };
}

describe('readAhead', () => {
  test('gives every item in order, and reads the next one before the last is done with', async () => {
    const { items, said } = source();
    for await (const item of readAhead(items)) {
      await Promise.resolve();
      said.push(`done ${item}`);
    }
    expect(said).toEqual(['read 1', 'read 2', 'done 1', 'read 3', 'done 2', 'closed', 'done 3']);
  });

  test('fails when the turn of what failed has come', async () => {
    const seen: number[] = [];
    const read = async () => {
      for await (const item of readAhead(source(true).items)) seen.push(item);
    };
    await expect(read()).rejects.toThrow('no third');
    expect(seen).toEqual([1, 2]);
  });

  test('closes the source when whoever reads stops early, also where the next item fails', async () => {
    const { items, said } = source(true);
    for await (const item of readAhead(items)) if (item === 2) break;
    expect(said.at(-1)).toBe('closed');
  });
});
