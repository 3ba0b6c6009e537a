import { shortcutsFor, viewTouchpoints } from '../csTouchpointModel';

const TODAY = '2026-11-22';
const NOTHING = { next: null, last: null, cadenceDays: null };

describe('the badge', () => {
  test.each([
    ['2026-11-01', 'Overdue by 21 days', 'slds-theme_error'],
    ['2026-11-21', 'Overdue by 1 day', 'slds-theme_error'],
    ['2026-11-22', 'Today', 'slds-theme_warning'],
    ['2026-11-23', 'In 1 day', 'slds-theme_success'],
    ['2026-11-29', 'In 7 days', 'slds-theme_success'],
    [null, 'None planned', 'slds-badge_lightest'],
  ])('for %s says %s', (next, label, theme) => {
    const { badge } = viewTouchpoints({ ...NOTHING, next }, TODAY);
    expect(badge).toEqual({ label, theme: `slds-badge ${theme}` });
  });

  test('a touchpoint that is not imminent has no colour', () => {
    const { badge } = viewTouchpoints({ ...NOTHING, next: '2026-11-30' }, TODAY);
    expect(badge).toEqual({ label: 'In 8 days', theme: 'slds-badge' });
  });
});

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
    [14, '2026-11-08', 'Every 14 days'],
    [14, '2026-11-07', 'Every 14 days, exceeded by 1 day'],
    [1, null, 'Every 1 day'],
    [null, '2026-11-08', 'The default of the tier'],
  ])('a cadence of %p with the last touchpoint on %s is %s', (cadenceDays, last, expected) => {
    expect(viewTouchpoints({ next: null, last, cadenceDays }, TODAY).cadence).toBe(expected);
  });
});

describe('the shortcuts', () => {
  test('offer tomorrow, a week, and the day that the cadence asks for', () => {
    expect(shortcutsFor({ next: null, last: '2026-11-15', cadenceDays: 30 }, TODAY)).toEqual([
      { label: 'Tomorrow', day: '2026-11-23' },
      { label: 'In a week', day: '2026-11-29' },
      { label: 'By cadence (Dec 15, 2026)', day: '2026-12-15' },
    ]);
  });

  test.each([
    ['is today or over', { next: null, last: '2026-11-15', cadenceDays: 7 }],
    ['is unknown', NOTHING],
  ])('leave out the day of the cadence when it %s', (_, touchpoints) => {
    expect(shortcutsFor(touchpoints, TODAY)).toHaveLength(2);
  });
});
