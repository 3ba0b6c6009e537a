import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { inRoot } from '../process/root.ts';
import { findAnchors, findLinks } from './markdown.ts';
import { readDocs } from './read-docs.ts';

const docs = readDocs();
const anchors = new Map(docs.map(({ file, text }) => [file, new Set(findAnchors(text))]));

/** Links inside the project, each with the page it stands on and the file it leads to. */
const inside = docs.flatMap(({ file, text }) =>
  findLinks(text)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [target = '', anchor = ''] = link.split('#');
      return {
        file,
        link,
        target: target === '' ? file : path.posix.join(path.posix.dirname(file), target),
        anchor,
      };
    }),
);

test('every link and picture of the documentation leads to a file that is there', () => {
  expect(inside.length).toBeGreaterThan(100);
  const broken = inside.filter(({ target }) => !existsSync(inRoot(target)));
  expect(broken.map(({ file, link }) => `${file}: ${link}`)).toEqual([]);
});

test('every link to a heading leads to one that is there', () => {
  const broken = inside.filter(({ target, anchor }) => anchor !== '' && !anchors.get(target)?.has(anchor));
  expect(broken.map(({ file, link }) => `${file}: ${link}`)).toEqual([]);
});

test('a link that names a decision by its number leads to that decision', () => {
  const named = docs.flatMap(({ file, text }) =>
    [...text.matchAll(/\[decision (\d+)\]\(([^)]*)\)/gi)].map(([, number = '', link = '']) => ({
      ...{ file, number, link },
      leadsTo: /(\d{4})-[^/]*$/.exec(link)?.[1],
    })),
  );
  expect(named.length).toBeGreaterThan(0);
  const wrong = named.filter(({ number, leadsTo }) => Number(number) !== Number(leadsTo));
  expect(wrong.map(({ file, number, link }) => `${file}: decision ${number} leads to ${link}`)).toEqual([]);
});

test('every page is reached from the index or from a page that the index names', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    for (const { file, target } of inside) {
      if (file === page) reached.add(target);
    }
  }
  const lost = docs.filter(({ file }) => !reached.has(file) && !file.startsWith('docs/decisions/'));
  expect(lost.map(({ file }) => file)).toEqual([]);
});

test('every picture in docs/images is shown on a page', () => {
  const shown = new Set(inside.map(({ target }) => target));
  const pictures = readdirSync(inRoot('docs/images')).map((name) => `docs/images/${name}`);
  expect(pictures.filter((file) => !shown.has(file))).toEqual([]);
});
