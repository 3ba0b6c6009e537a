import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { inRoot, ROOT } from '../process/root.ts';
import { findCode } from './markdown.ts';
import { readDocs } from './read-docs.ts';

const docs = readDocs();
const code = docs.flatMap(({ file, text }) => findCode(text).map((line) => ({ file, line })));
const read = (file: string): string => readFileSync(inRoot(file), 'utf8');
const unique = (names: Iterable<string>): string[] => [...new Set(names)].toSorted();
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('npm scripts', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  test('that the documentation names are there', () => {
    const named = code.flatMap(({ file, line }) =>
      matches(line, /\bnpm (?:run (?:--silent )?)?([a-z][\w:-]*)/g).map((name) => ({ file, name })),
    );
    const others = ['audit', 'ci', 'install', 'registry'];
    expect(named.filter(({ name }) => !(name in scripts) && !others.includes(name))).toEqual([]);
  });

  test('are all told of somewhere, but for the hook of npm install', () => {
    const told = code.map(({ line }) => line).join('\n');
    const untold = Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(told));
    expect(untold).toEqual(['prepare']);
  });
});

describe('commands of the companion', () => {
  const names = matches(
    globSync('companion/src/cli/*-command.ts', { cwd: ROOT }).map(read).join('\n'),
    /^ {2}name: '([\w-]+)',$/gm,
  );

  test('that the documentation names are there', () => {
    const named = code.flatMap(({ line }) => matches(line, /npm run companion -- ([a-z][\w-]*)/g));
    expect(unique(named).filter((name) => !['help', ...names].includes(name))).toEqual([]);
  });

  test('are all in the list of the API page', () => {
    const listed = findCode(read('docs/api.md'));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !listed.includes(name))).toEqual([]);
  });
});

describe('environment variables', () => {
  const [, schema = ''] =
    /const schema = z\.object\(\{([\s\S]*?)^\}\);/m.exec(read('companion/src/config/env.ts')) ?? [];
  const entries = schema.split(/^ {2}(?=[A-Z_]+: )/m).slice(1);
  const [product = '', tests = ''] = read('docs/environment.md').split('## For tests only');
  const rows = new Map(
    [...product.matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\|/gm)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );

  test('of the companion are documented, and no other', () => {
    const names = entries.map((entry) => entry.slice(0, entry.indexOf(':')));
    expect(names.length).toBeGreaterThan(20);
    expect([...rows.keys()].toSorted()).toEqual(names.toSorted());
  });

  test('have the default that is documented', () => {
    const wrong = entries.filter((entry) => {
      const [, standard] = /\.default\('?(.*?)'?\)/.exec(entry) ?? [];
      const told = rows.get(entry.slice(0, entry.indexOf(':'))) ?? '';
      return standard === undefined ? /^`/.test(told) && !told.includes(' ') : told !== `\`${standard}\``;
    });
    expect(wrong).toEqual([]);
  });

  test('are all in .env.example', () => {
    const example = read('.env.example');
    expect([...rows.keys()].filter((name) => !new RegExp(`^(# )?${name}=`, 'm').test(example))).toEqual([]);
  });

  test('for tests are read by the tests', () => {
    const sources = globSync(
      ['config/*.mjs', 'e2e/**/*.ts', 'scripts/**/*.ts', 'companion/testing/**/*.ts'],
      { cwd: ROOT },
    );
    const code = sources
      .filter((file) => !file.includes('node_modules'))
      .map(read)
      .join('\n');
    const names = matches(tests, /^\| `([A-Z_0-9]+)`/gm);
    const used = unique(
      matches(code, /env(?:\.|\[?'|, ')((?:TENURE_E2E|CRASH|TEST|RAVENSTACK|PROPERTY|CHROME)_[A-Z_]+)/g),
    );
    expect(names.filter((name) => !code.includes(name))).toEqual([]);
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });
});
