import { expect, test } from '@jest/globals';
import { readCompilerProblems } from './compiler-problems.ts';

test('a place is read from a code frame, in colours too, as the compiler prints it on build servers', () => {
  const plain = 'Unexpected token\n\n  1 | class A {\n> 2 |   #b() {}\n    |   ^\n  3 | }';
  const coloured = plain
    .replace('> 2 |', '\u001b[31m\u001b[1m>\u001b[22m\u001b[39m\u001b[90m 2 |\u001b[39m')
    .replace('^', '\u001b[31m^\u001b[39m');
  const source = 'class A {\n  #b() {}\n}';

  const [problem] = readCompilerProblems('a.js', source, { message: coloured });

  expect(problem).toEqual({ file: 'a.js', line: 2, column: 3, message: 'Unexpected token' });
  expect(readCompilerProblems('a.js', source, { message: plain })).toEqual([problem]);
});
