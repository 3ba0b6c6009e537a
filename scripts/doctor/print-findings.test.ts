import { expect, test } from '@jest/globals';
import { findingsOf } from './finding.ts';
import { printFindings } from './print-findings.ts';

const machine = findingsOf('machine');
const org = findingsOf('org');

test('a page has a heading an area, and what to do below what failed', () => {
  const findings = [
    machine.ok('Node', '24.9.0'),
    org.fail('login', 'No org answers', 'Run: npm run connect'),
    machine.ok('disk', 'full of room'),
  ];
  expect(printFindings(findings, false)).toBe(
    [
      'Machine',
      '  ok    Node   24.9.0',
      '  ok    disk   full of room',
      '',
      'Org',
      '  FAIL  login  No org answers',
      '             → Run: npm run connect',
      '',
      '1 of 3 checks failed: each says what to do about it.',
      '',
    ].join('\n'),
  );
});

test.each([
  [[machine.ok('Node', '24')], '1 checks. All is well.'],
  [[machine.warn('disk', 'little room', 'Make room')], '1 checks, none failed, 1 to keep in mind.'],
])('the last line is the verdict', (findings, verdict) => {
  expect(printFindings(findings, false).trimEnd().split('\n').at(-1)).toBe(verdict);
});

test('a terminal gets green and red', () => {
  expect(printFindings([org.fail('login', 'x', 'y')], true)).toContain('\u001b[31mFAIL\u001b[0m');
});
