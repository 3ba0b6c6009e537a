import { later, months, nextDays, overdue, periodOf, upcoming } from '../csRenewalPipelinePeriods';
import { TODAY } from './renewals';

describe('periods', () => {
  test('the next 90 days include today and the 90th day', () => {
    expect(nextDays(TODAY)).toMatchObject({ label: 'Next 90 days', from: '2026-11-22', to: '2027-02-20' });
  });

  test('twelve months follow one another without a gap, the first from today', () => {
    const all = months(TODAY);
    expect(all).toHaveLength(12);
    expect(all[0]).toMatchObject({ key: '2026-11', label: 'Nov 2026', from: TODAY, to: '2026-11-30' });
    expect(all[3]).toMatchObject({ key: '2027-02', from: '2027-02-01', to: '2027-02-28' });
    expect(all[11]).toMatchObject({ key: '2027-10', from: '2027-10-01', to: '2027-10-31' });
  });

  test('what comes later begins the day after the last month, and what is overdue ended yesterday', () => {
    expect(upcoming(TODAY)).toEqual({ from: TODAY, to: '2027-10-31' });
    expect(later(TODAY)).toMatchObject({ from: '2027-11-01' });
    expect(overdue(TODAY)).toMatchObject({ to: '2026-11-21' });
  });

  test.each([
    [null, 'unscheduled'],
    ['2026-11-21', 'overdue'],
    ['2026-11-22', '2026-11'],
    ['2026-12-01', '2026-12'],
    ['2027-10-31', '2027-10'],
    ['2027-11-01', 'later'],
  ])('a renewal on %s belongs to %s', (day, key) => {
    expect(periodOf(day, TODAY).key).toBe(key);
  });

  test('the last day of a month begins a month of one day', () => {
    expect(months('2028-02-29')[0]).toMatchObject({ from: '2028-02-29', to: '2028-02-29' });
  });
});
