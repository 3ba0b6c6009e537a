import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { inRoot, ROOT } from '../process/root.ts';
import { readSourceTexts } from './source-texts.ts';

const GUIDES = ['docs/guide-csm.md', 'docs/guide-manager.md'];

/** Labels in metadata: of tabs, pages, apps, fields and permission sets. */
const labels = globSync(
  'force-app/main/default/**/*.{tab,app,flexipage,permissionset,object,field}-meta.xml',
  { cwd: ROOT },
)
  .flatMap((file) => [
    ...readFileSync(inRoot(file), 'utf8').matchAll(/<(?:label|masterLabel|value)>([^<]+)</g),
  ])
  .map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
const texts = [...readSourceTexts({ shortToo: true }), ...labels];

test.each(GUIDES)('what %s has in bold stands on the screen', (file) => {
  const bold = [...readFileSync(inRoot(file), 'utf8').matchAll(/\*\*([^*]+)\*\*/g)].map((match) =>
    (match[1] ?? '').replace(/\s+/g, ' '),
  );
  expect(bold.length).toBeGreaterThan(5);
  expect(bold.filter((word) => !texts.some((text) => text === word || text.startsWith(`${word} `)))).toEqual(
    [],
  );
});

test('every report that the guide for managers names is one of force-app', () => {
  const reports = globSync('force-app/main/default/reports/**/*.report-meta.xml', { cwd: ROOT }).map(
    (file) => /<name>([^<]+)</.exec(readFileSync(inRoot(file), 'utf8'))?.[1],
  );
  const table = /\| Question +\| Report +\|\n([\s\S]*?)\n\n/.exec(
    readFileSync(inRoot('docs/guide-manager.md'), 'utf8'),
  )?.[1];
  const named = (table ?? '')
    .split('\n')
    .slice(1)
    .map((row) => row.split('|')[2]?.trim());
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !reports.includes(name))).toEqual([]);
});
