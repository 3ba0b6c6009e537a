import { describe, expect, test } from '@jest/globals';
import { judgeEnvFile, type EnvFileFacts } from './judge-env-file.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const GOOD: EnvFileFacts = {
  file: '/srv/.env',
  mode: 0o100600,
  key: { file: '/srv/companion.key', mode: 0o100600 },
  certificateEnds: new Date('2028-01-01T00:00:00Z'),
};
const bad = (facts: Partial<EnvFileFacts>) =>
  judgeEnvFile({ ...GOOD, ...facts }, NOW).filter(({ level }) => level !== 'ok');

describe('judgeEnvFile', () => {
  test('finds nothing wrong with a file for its owner alone', () => {
    expect(bad({})).toEqual([]);
    expect(bad({ key: null, certificateEnds: null })).toEqual([]);
  });

  test.each<[string, Partial<EnvFileFacts>, 'warn' | 'fail', RegExp, RegExp]>([
    ['no file', { mode: null }, 'fail', /is not there/, /npm run connect/],
    ['a file that the group reads', { mode: 0o100640 }, 'fail', /mode 640/, /chmod 600 \/srv\/\.env/],
    [
      'a key that everybody reads',
      { key: { file: '/srv/k', mode: 0o100604 } },
      'fail',
      /mode 604/,
      /chmod 600 \/srv\/k/,
    ],
    [
      'a key that is gone',
      { key: { file: '/srv/k', mode: null } },
      'fail',
      /\/srv\/k is not there/,
      /npm run connect/,
    ],
    [
      'a certificate that is over',
      { certificateEnds: new Date('2026-11-22T00:00:00Z') },
      'fail',
      /2026-11-22/,
      /--rotate/,
    ],
    [
      'a certificate that ends in 30 days',
      { certificateEnds: new Date('2026-12-23T12:00:00Z') },
      'warn',
      /2026-12-23/,
      /--rotate/,
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

  test('says nothing of a certificate that holds for longer', () => {
    expect(bad({ certificateEnds: new Date('2026-12-24T09:00:00Z') })).toEqual([]);
  });
});
