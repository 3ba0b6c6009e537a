import { readFileSync } from 'node:fs';
import { cadenceOf, touchBadge, touchShortcuts } from 'c/csTouchDue';

const TODAY = '2026-11-22';
const FORMULA = 'force-app/main/default/objects/Account/fields/CS_Touch_Due__c.field-meta.xml';

describe('touchBadge', () => {
  test.each([
    ['2026-11-01', 'Overdue by 21 days', 'slds-badge slds-theme_error'],
    ['2026-11-21', 'Overdue by 1 day', 'slds-badge slds-theme_error'],
    ['2026-11-22', 'Today', 'slds-badge slds-theme_warning'],
    ['2026-11-23', 'In 1 day', 'slds-badge slds-theme_success'],
    ['2026-11-29', 'In 7 days', 'slds-badge slds-theme_success'],
    ['2026-11-30', 'In 8 days', 'slds-badge'],
  ])('says of a touchpoint planned for %s: %s', (next, label, theme) => {
    expect(touchBadge({ next, due: next }, TODAY)).toEqual({ label, theme, reason: '' });
  });

  test.each([
    ['2026-11-20', 'Overdue by 2 days', 'None planned, past its cadence'],
    ['2026-11-22', 'None planned', 'Due by cadence today'],
    ['2026-11-23', 'None planned', 'Due by cadence in 1 day'],
    [null, 'None planned', 'No touchpoint on record'],
  ])('says of an account without a plan that the cadence makes due on %s: %s, %s', (due, label, reason) => {
    expect(touchBadge({ next: null, due }, TODAY)).toMatchObject({ label, reason });
  });
});

describe('cadenceOf', () => {
  test('goes by what an admin tuned for the tier, and by the account itself before that', () => {
    expect(cadenceOf(null, 'Scale', 60)).toBe(60);
    expect(cadenceOf(7, 'Scale', 60)).toBe(7);
  });

  test.each([
    [7, 'Scale', 7],
    [null, 'Strategic', 14],
    [null, 'Scale', 90],
    [null, null, 30],
    [null, 'A tier that an admin added', 30],
  ])('own cadence %p in the tier %s: %d days', (own, tier, days) => {
    expect(cadenceOf(own, tier)).toBe(days);
  });

  test('has the days of the formula of Touch Due', () => {
    const [, list = ''] = /CASE\(CS_Tier__c, (.*?)\)/.exec(readFileSync(FORMULA, 'utf8')) ?? [];
    const tiers = [...list.matchAll(/'(\w+)', (\d+)/g)].map(([, tier = '', days]) => [tier, Number(days)]);
    expect(tiers).toHaveLength(4);
    for (const [tier, days] of tiers) expect([tier, cadenceOf(null, String(tier))]).toEqual([tier, days]);
    expect(cadenceOf(null, null)).toBe(Number(/, (\d+)$/.exec(list)?.[1]));
  });
});

describe('touchShortcuts', () => {
  test('offer tomorrow, a week, and the day that the cadence asks for', () => {
    expect(touchShortcuts('2026-11-15', 30, TODAY)).toEqual([
      { label: 'Tomorrow', day: '2026-11-23' },
      { label: 'In a week', day: '2026-11-29' },
      { label: 'By cadence (Dec 15, 2026)', day: '2026-12-15' },
    ]);
  });

  test.each([
    ['is over', '2026-11-01', 7],
    ['is today', '2026-11-15', 7],
    ['is unknown', null, 7],
  ])('leave out the day of the cadence when it %s', (_, last, cadenceDays) => {
    expect(touchShortcuts(last, cadenceDays, TODAY)).toHaveLength(2);
  });
});
