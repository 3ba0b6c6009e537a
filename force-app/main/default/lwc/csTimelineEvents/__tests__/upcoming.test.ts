import { readUpcoming, upcomingItems } from 'c/csTimelineEvents';
import type { TimelineActivitiesData } from 'c/csTimelineEvents';
import type { PlaybookRun } from 'c/csAccountStory';
import { connection, values } from './answers';

jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'UTC' }), { virtual: true });

const NOW = new Date('2026-11-23T10:00:00.000Z');
const NOTHING = { nextTouchpoint: null, renewal: null, openTasks: [], nextEvents: [], runs: [] };

function read(tasks: object[], events: object[]) {
  const query = { open: connection(tasks), next: connection(events) };
  return readUpcoming({ uiapi: { query } } as unknown as TimelineActivitiesData);
}

const task = (id: string, due: string | null) => ({
  Id: id,
  ...values({ Subject: id, ActivityDate: due, TaskSubtype: 'Task' }),
  Owner: { Name: { value: 'Dana Reyes' } },
});

const meeting = (id: string, start: string, isAllDay = false) => ({
  Id: id,
  ...values({ Subject: id, StartDateTime: start, ActivityDate: start.slice(0, 10), IsAllDayEvent: isAllDay }),
});

describe('what is upcoming', () => {
  test('stands in the order of its days, overdue first and without a day last', () => {
    const items = upcomingItems(
      {
        ...NOTHING,
        ...read(
          [task('undated', null), task('overdue', '2026-11-17'), task('today', '2026-11-23')],
          [meeting('review', '2026-11-26T14:00:00.000Z')],
        ),
        nextTouchpoint: '2026-11-25',
        renewal: '2027-01-04',
      },
      NOW,
    );
    expect(items.map(({ title, when, isOverdue }) => [title, when.replace(/\s/g, ' '), isOverdue])).toEqual([
      ['overdue', 'Overdue by 6 days', true],
      ['today', 'Today', false],
      ['Next touchpoint', 'Nov 25, 2026', false],
      ['review', 'Nov 26, 2026, 2:00 PM', false],
      ['Renewal', 'Jan 4, 2027', false],
      ['undated', 'No due date', false],
    ]);
  });

  test('leaves out a meeting that has begun, and keeps one that lasts all of today', () => {
    const events = [
      meeting('begun', '2026-11-23T09:00:00.000Z'),
      meeting('fair', '2026-11-23T00:00:00.000Z', true),
    ];
    expect(upcomingItems({ ...NOTHING, ...read([], events) }, NOW).map(({ title }) => title)).toEqual([
      'fair',
    ]);
  });

  test('leaves out a renewal that is over', () => {
    expect(upcomingItems({ ...NOTHING, renewal: '2026-11-22' }, NOW)).toEqual([]);
  });

  test('has the open steps of running playbooks that are due', () => {
    const step = { id: 's1', name: 'Call', status: 'Open', dueOn: '2026-11-20', assignedTo: 'Dana Reyes' };
    const steps = [step, { ...step, id: 's2', status: 'Done' }, { ...step, id: 's3', dueOn: null }];
    const run = { id: 'r1', name: 'Rescue', status: 'Active', steps };
    const runs = [run, { ...run, id: 'r2', status: 'Stopped' }] as unknown as PlaybookRun[];
    expect(upcomingItems({ ...NOTHING, runs }, NOW)).toMatchObject([
      { id: 's1', title: 'Call', kindLabel: 'Step of Rescue', when: 'Overdue by 3 days', recordId: 'r1' },
    ]);
  });
});
