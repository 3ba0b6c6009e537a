import { describe, expect, test } from '@jest/globals';
import { judgeMachine, type MachineFacts } from './judge-machine.ts';

const GB = 1024 ** 3;
const GOOD: MachineFacts = {
  node: { running: '24.9.0', pinned: '24.9.0' },
  isInstalled: true,
  sf: '@salesforce/cli/2.150.6',
  port: { number: 4610, state: 'free' },
  disk: { folder: '/srv/tenure', freeBytes: GB },
};
const bad = (facts: Partial<MachineFacts>) =>
  judgeMachine({ ...GOOD, ...facts }).filter(({ level }) => level !== 'ok');

describe('judgeMachine', () => {
  test('finds nothing wrong with a machine in order', () => {
    expect(bad({})).toEqual([]);
  });

  test.each<[string, Partial<MachineFacts>, 'warn' | 'fail', RegExp, RegExp]>([
    [
      'another Node',
      { node: { running: '20.1.0', pinned: '24.9.0' } },
      'fail',
      /20\.1\.0 runs, 24\.9\.0/,
      /npm ci/,
    ],
    ['old packages', { isInstalled: false }, 'fail', /package-lock\.json/, /npm ci/],
    ['no sf CLI', { sf: null }, 'fail', /does not run/, /npm ci/],
    [
      'a port that is taken',
      { port: { number: 4610, state: 'taken' } },
      'fail',
      /4610/,
      /lsof -i :4610.*COMPANION_PORT/,
    ],
    [
      'a disk that fills up',
      { disk: { folder: '/srv', freeBytes: GB - 1 } },
      'warn',
      /1\.0 GB free/,
      /COMPANION_DATA_DIR/,
    ],
    [
      'a full disk',
      { disk: { folder: '/srv', freeBytes: GB / 4 - 1 } },
      'fail',
      /free at \/srv/,
      /Make room/,
    ],
  ])('names %s with its remedy', (_what, facts, level, detail, remedy) => {
    expect(bad(facts)).toEqual([
      expect.objectContaining({
        level,
        detail: expect.stringMatching(detail),
        remedy: expect.stringMatching(remedy),
      }),
    ]);
  });

  test('is content with a companion that answers on its port', () => {
    expect(bad({ port: { number: 4610, state: 'companion' } })).toEqual([]);
  });
});
