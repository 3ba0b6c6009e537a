import { describe, expect, test } from '@jest/globals';
import { modulesBehind, shownComponents } from './module-graph.ts';
import type { PageItem } from './page-model/types.ts';

const MODULES: Record<string, string> = {
  'csA/csA.js': "import './csA.html'; import X from '@salesforce/schema/Account.Name';",
  'csA/csA.html': "import B from 'c/csB'; import card from 'lightning/card';",
  'csB/csB.js': "import A from 'c/csA';",
};
const bundles = { module: async (bundle: string, file: string) => MODULES[`${bundle}/${file}`] };
const IMPORTS = {
  '@salesforce/': '/lightning/modules/salesforce/',
  'lightning/card': '/static/card.js',
  'c/csA': '/lightning/modules/c/csA/v1/csA.js',
  'c/csB': '/lightning/modules/c/csB/v1/csB.js',
};
const component = (name: string): PageItem => ({
  kind: 'component',
  id: name,
  component: name,
  properties: {},
});

describe('modulesBehind', () => {
  test('follows imports through files and other bundles, each once, circles included', async () => {
    expect((await modulesBehind(['c/csA'], bundles, IMPORTS)).sort()).toEqual([
      '/lightning/modules/c/csA/v1/csA.html',
      '/lightning/modules/c/csA/v1/csA.js',
      '/lightning/modules/c/csB/v1/csB.js',
      '/lightning/modules/salesforce/schema/Account.Name',
      '/static/card.js',
    ]);
  });

  test('a component that is not there has no modules', async () => {
    expect(await modulesBehind(['c/csGone'], bundles, IMPORTS)).toEqual([]);
  });
});

test('components of a closed tab are not among those that a page shows at once', () => {
  const sections = [
    { id: '1', label: 'Open', active: true, items: [component('c/csA')] },
    { id: '2', label: 'Closed', active: false, items: [component('c/csB')] },
  ];
  const items: PageItem[] = [{ kind: 'tabset', id: 'tabs', sections }, component('force:detailPanel')];
  const page = { name: 'P', label: 'P', rows: [[{ name: 'main', size: 12, items }]] };
  expect(shownComponents(page)).toEqual(['c/csA']);
});
