import { expect, test } from '@jest/globals';
import { NewestAnswer } from './newestAnswer.ts';

test('an answer is taken, and so is a failure', async () => {
  const newest = new NewestAnswer();
  expect(await newest.take(Promise.resolve('a'))).toEqual({ value: 'a' });
  const failure = new Error('no');
  expect(await newest.take(Promise.reject(failure))).toEqual({ error: failure });
});

test.each([
  ['arrives last', [1, 0]],
  ['arrives first', [0, 1]],
])('of two questions the second counts, also when the first answer %s', async (_, order) => {
  const answers: ((value: string) => void)[] = [];
  const ask = () => new Promise<string>((resolve) => answers.push(resolve));
  const newest = new NewestAnswer();
  const taken = [newest.take(ask()), newest.take(ask())];
  for (const index of order) answers[index]!(`answer ${index}`);
  expect(await Promise.all(taken)).toEqual([undefined, { value: 'answer 1' }]);
});

test('a failure of a question that no longer counts is not told', async () => {
  const newest = new NewestAnswer();
  const first = newest.take(Promise.reject(new Error('late')));
  expect(await newest.take(Promise.resolve('second'))).toEqual({ value: 'second' });
  expect(await first).toBeUndefined();
});

test('what is dropped is not taken, and the next question is', async () => {
  const newest = new NewestAnswer();
  const dropped = newest.take(Promise.resolve('dropped'));
  newest.drop();
  expect(await dropped).toBeUndefined();
  expect(await newest.take(Promise.resolve('next'))).toEqual({ value: 'next' });
});
