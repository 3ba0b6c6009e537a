import { expect, test } from '@jest/globals';
import { createCheckUpNotes } from './check-up.ts';
import { ok } from './finding.ts';

function setup() {
  let now = Date.parse('2026-11-23T09:00:00Z');
  let examined = 0;
  const notes = createCheckUpNotes(
    async () => {
      examined += 1;
      return [ok('org', 'login', `time ${examined}`)];
    },
    () => new Date(now),
  );
  return { notes, pass: (minutes: number) => (now += minutes * 60_000), examined: () => examined };
}

test('the first look begins an examination, and a later one shows it', async () => {
  const { notes, examined } = setup();
  expect(notes.last()).toBeNull();
  await notes.settle();
  expect(notes.last()?.findings).toEqual([ok('org', 'login', 'time 1')]);
  expect(examined()).toBe(1);
});

test('a page that reloads itself examines again only after a quarter of an hour', async () => {
  const { notes, pass, examined } = setup();
  await notes.now();
  pass(15);
  notes.last();
  expect(examined()).toBe(1);
  pass(1);
  expect(notes.last()?.findings[0]?.detail).toBe('time 1');
  await notes.settle();
  expect(examined()).toBe(2);
});

test('who asks while an examination is under way gets its findings', async () => {
  const { notes, examined } = setup();
  const [one, two] = await Promise.all([notes.now(), notes.now()]);
  expect(one).toBe(two);
  expect(examined()).toBe(1);
});
