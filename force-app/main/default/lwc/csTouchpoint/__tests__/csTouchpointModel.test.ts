import { viewTouchpoints } from '../csTouchpointModel';

const TODAY = '2026-11-22';
const NOTHING = { next: null, due: null, last: null, cadenceDays: null, tier: null };

describe('the texts', () => {
  test.each([
    ['2026-11-22', 'Nov 22, 2026 (today)'],
    ['2026-11-21', 'Nov 21, 2026 (yesterday)'],
    ['2026-11-02', 'Nov 2, 2026 (20 days ago)'],
    ['2026-11-24', 'Nov 24, 2026 (in 2 days)'],
    [null, 'None recorded'],
  ])('the last touchpoint on %s is %s', (last, expected) => {
    expect(viewTouchpoints({ ...NOTHING, last }, TODAY).last).toBe(expected);
  });

  test.each([
    [14, null, '2026-11-08', 'Every 14 days'],
    [14, 'Scale', '2026-11-07', 'Every 14 days, exceeded by 1 day'],
    [1, null, null, 'Every 1 day'],
    [null, 'Growth', '2026-11-08', 'Every 45 days, the default of the tier'],
    [null, 'Strategic', '2026-11-01', 'Every 14 days, the default of the tier, exceeded by 7 days'],
  ])('a cadence of %p in the tier %s, last touched on %s, is %s', (cadenceDays, tier, last, expected) => {
    expect(viewTouchpoints({ ...NOTHING, last, cadenceDays, tier }, TODAY).cadence).toBe(expected);
  });
});

test('a cadence that an admin tuned for the tier holds in place of the shipped one', () => {
  const tuned = { ...NOTHING, tier: 'Growth', tunedDays: 20 };
  expect(viewTouchpoints(tuned, TODAY).cadence).toBe('Every 20 days, the default of the tier');
});

test('an account without a plan is overdue once its cadence is exceeded', () => {
  const { next, badge } = viewTouchpoints({ ...NOTHING, due: '2026-11-20' }, TODAY);
  expect(next).toBe('No date set');
  expect(badge.label).toBe('Overdue by 2 days');
});
