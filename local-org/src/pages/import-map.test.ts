import { expect, test } from '@jest/globals';
import { importMap } from './import-map.ts';

const { imports } = importMap({
  key: 'k1',
  entries: ['lwc', 'lightning/card', '@salesforce/i18n/locale'],
  bundles: new Map([['csRisk', 'v1/csRisk.js']]),
});

test.each([
  ['lwc', '/lightning/static/k1/lwc.js'],
  ['lightning/card', '/lightning/static/k1/lightning/card.js'],
  ['@salesforce/i18n/locale', '/lightning/static/k1/@salesforce/i18n/locale.js'],
  ['c/csRisk', '/lightning/modules/c/csRisk/v1/csRisk.js'],
])('%s is served from its own address', (specifier, address) => {
  expect(imports[specifier]).toBe(address);
});

test('what is not there resolves to an address that can say so', () => {
  expect(imports['lightning/']).toBe('/lightning/modules/missing/lightning/');
  expect(imports['c/']).toBe('/lightning/modules/missing/c/');
});
