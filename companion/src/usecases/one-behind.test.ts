import { describe, expect, test } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { oneBehind } from './one-behind.ts';

async function* count(to: number): AsyncGenerator<number> {
  for (let each = 1; each <= to; each += 1) yield each;
}

/** Carries out items; says in which order what began and ended. */
async function carryOut(fails: (said: string) => boolean = () => false, stopsAt = '') {
  const stopping = new AbortController();
  const said: string[] = [];
  const say = (text: string) => {
    said.push(text);
    if (text === stopsAt) stopping.abort();
    if (fails(text)) throw new Error(text);
  };
  const outcome = await oneBehind(
    count(3),
    {
      async prepare(item) {
        say(`prepare ${item}`);
        return item;
      },
      async finish(item) {
        say(`begin ${item}`);
        for (let turns = 0; turns < 5; turns += 1) await turn();
        say(`end ${item}`);
      },
    },
    stopping.signal,
  ).then(
    () => 'done',
    (error: Error) => error.message,
  );
  return { said, outcome };
}

describe('oneBehind', () => {
  test('prepares the next while one is finished, and finishes one after another', async () => {
    expect(await carryOut()).toEqual({
      said: [
        ...['prepare 1', 'begin 1', 'prepare 2', 'end 1', 'begin 2', 'prepare 3', 'end 2', 'begin 3'],
        'end 3',
      ],
      outcome: 'done',
    });
  });

  test.each([
    ['prepare 1', ['prepare 1']],
    ['begin 1', ['prepare 1', 'begin 1', 'end 1']],
    ['end 1', ['prepare 1', 'begin 1', 'prepare 2', 'end 1']],
  ])('told to stop at "%s", finishes what was begun and nothing more', async (where, expected) => {
    expect(await carryOut(undefined, where)).toEqual({ said: expected, outcome: 'done' });
  });

  test.each(['prepare 2', 'end 1', 'begin 3', 'end 3'])(
    'fails with what failed at "%s", and begins nothing after it',
    async (where) => {
      const { said, outcome } = await carryOut((text) => text === where);
      expect(outcome).toBe(where);
      const failed = Number(where.at(-1));
      expect(said.filter((text) => text.startsWith('begin') && Number(text.at(-1)) > failed)).toEqual([]);
      // All that began has ended, but for what failed.
      const begun = said.filter((text) => text.startsWith('begin')).length;
      const ended = said.filter((text) => text.startsWith('end')).length;
      expect(begun - ended).toBe(where.startsWith('begin') ? 1 : 0);
    },
  );
});
