import { settingOf, toValues } from 'c/csScoringSettings';
import type { ScoringValue } from 'c/csScoringSettings';
import { nextVersion, toProposal, withBase, withReason, withReasons, withValue } from '../csTuneScoringDraft';

const value = (to: number, reason: string, tier: string | null = null): ScoringValue => ({
  ...{ factor: 'Bands', setting: 'watchFrom', tier, value: to, reason },
});
const BASE = toValues([value(40, 'As shipped')]);
const KEY = 'Bands|watchFrom|';
const WATCH = settingOf('Bands', 'watchFrom');
if (!WATCH) throw new Error('There is no setting Watch');

test('a value that changes loses the reason of the old one, and gets it back with the old value', () => {
  const changed = withValue(BASE, BASE, WATCH, null, 45);
  expect(changed.get(KEY)).toMatchObject({ value: 45, reason: '' });
  const explained = withReason(changed, KEY, 'Calmer');
  expect(withValue(explained, BASE, WATCH, null, 46).get(KEY)).toMatchObject({ value: 46, reason: 'Calmer' });
  expect(withValue(explained, BASE, WATCH, null, 40)).toEqual(BASE);
  expect(withBase(explained, BASE, KEY)).toEqual(BASE);
});

test('an emptied value for all is as before, one of a tier is as for all again', () => {
  expect(withValue(withValue(BASE, BASE, WATCH, null, 45), BASE, WATCH, null, null)).toEqual(BASE);
  const own = withValue(BASE, BASE, WATCH, 'Scale', 30);
  expect(own.size).toBe(2);
  expect(withValue(own, BASE, WATCH, 'Scale', null)).toEqual(BASE);
});

test('changed values without a reason are saved with that of the whole change', () => {
  const both = withReason(
    withValue(withValue(BASE, BASE, WATCH, null, 45), BASE, WATCH, 'Scale', 30),
    KEY,
    'Own',
  );
  const reasons = [...withReasons(both, BASE, 'Whole').values()].map(({ reason }) => reason);
  expect(reasons).toEqual(['Own', 'Whole']);
  expect([...withReasons(BASE, BASE, 'Whole').values()][0]?.reason).toBe('As shipped');
});

test('equal drafts give the same proposal, in whatever order they came about', () => {
  const [a, b] = [value(40, 'x'), value(30, 'y', 'Scale')];
  expect(toProposal(toValues([a, b]))).toBe(toProposal(toValues([b, { ...a, reason: 'other' }])));
});

test.each([
  [[], 0, 'v1'],
  [['starter-1'], 1, 'v2'],
  [['starter-1', 'v2', 'v4'], 3, 'v5'],
])('after %j the next version is %s', (known, count, next) => {
  expect(nextVersion(known, count)).toBe(next);
});
