import type { PlaybookRun, PlaybookRunStep } from 'c/csAccountStory';
import { activeRuns, endedRuns, headline, isFinished, offerViews, whoseTick } from '../csPlaybooksModel';

const TODAY = '2026-11-23';

function step(status: PlaybookRunStep['status'], dueOn: string | null = null): PlaybookRunStep {
  return {
    id: 's',
    runId: 'r',
    name: 'Call',
    order: 1,
    instructions: '',
    action: 'Call',
    status,
    dueOn,
    assignedToId: null,
    assignedTo: '',
    completedAt: null,
    completedBy: '',
    outcome: '',
    relatedId: null,
  };
}

function run(id: string, more: Partial<PlaybookRun> = {}): PlaybookRun {
  return {
    id,
    name: id,
    playbookId: `of ${id}`,
    version: 1,
    status: 'Active',
    startedOn: '2026-11-01',
    completedOn: null,
    assignedToId: null,
    assignedTo: '',
    reason: '',
    steps: [],
    ...more,
  };
}

describe('the runs of an account', () => {
  const late = run('late', { steps: [step('Open', '2026-11-20'), step('Done', '2026-11-01')] });
  const soon = run('soon', { steps: [step('Open', '2026-12-01'), step('Open', '2026-11-30')] });
  const undated = run('undated', { steps: [step('Open')] });
  const older = run('older', { status: 'Completed', completedOn: '2026-05-01' });
  const newer = run('newer', { status: 'Stopped', completedOn: '2026-10-01' });
  const all = [undated, older, soon, newer, late];

  test('under way are in the order of what is due next', () => {
    expect(activeRuns(all).map(({ id }) => id)).toEqual(['late', 'soon', 'undated']);
  });

  test('that are over come latest first', () => {
    expect(endedRuns(all).map(({ id }) => id)).toEqual(['newer', 'older']);
  });

  test.each([
    [all, '3 running, 1 step overdue'],
    [[soon], '1 running'],
    [[older], 'None running'],
  ])('are summed up', (runs, expected) => {
    expect(headline(runs, TODAY)).toBe(expected);
  });

  test('cannot be started a second time while they run', () => {
    const offer = { description: '', trigger: 'None', triggerBand: null, triggerDays: null, version: 1 };
    const offers = [
      { ...offer, id: 'of soon', name: 'Soon' },
      { ...offer, id: 'of older', name: 'Older' },
    ];
    expect(offerViews(offers, all)).toEqual([
      { id: 'of older', label: 'Older', isRunning: false },
      { id: 'of soon', label: 'Soon (running)', isRunning: true },
    ]);
  });
});

test.each([
  [[step('Done'), step('Skipped')], true],
  [[step('Done'), step('Open')], false],
  [[], false],
])('a run is finished when no step is open, and one without steps never is', (steps, expected) => {
  expect(isFinished(run('r', { steps }))).toBe(expected);
});

test.each([
  [undefined, 'The step is not there any more.'],
  [step('Open'), 'Someone has changed this step. You see it as it is now.'],
  [
    { ...step('Done'), completedBy: 'Marcus Lindqvist', completedAt: '2026-11-22T10:00:00.000Z' },
    'Marcus Lindqvist marked it as done on Nov 22, 2026, and that stands.',
  ],
  [step('Skipped'), 'Someone else marked it as skipped, and that stands.'],
])('who was second is told whose tick stands', (of, expected) => {
  expect(whoseTick(of)).toBe(expected);
});
