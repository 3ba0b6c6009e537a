import { phaseOf, statusText } from '../csRecalculateModel';

describe('phaseOf', () => {
  test.each([
    ['New', 'waiting'],
    ['Running', 'waiting'],
    ['Done', 'done'],
    ['Failed', 'failed'],
    ['Paused', 'waiting'],
    [undefined, 'waiting'],
  ])('a request that is %s is %s', (status, phase) => {
    expect(phaseOf({ status, message: undefined })).toBe(phase);
  });
});

describe('statusText', () => {
  test.each([
    ['idle', undefined, ''],
    ['error', undefined, ''],
    ['waiting', undefined, 'Calculating a new score…'],
    ['done', 'Scored 72, At Risk', 'Scored 72, At Risk'],
    ['done', '', 'The score is up to date.'],
    ['failed', 'The account is locked', 'No new score: The account is locked'],
  ] as const)('%s with the message %s', (phase, message, expected) => {
    expect(statusText(phase, message)).toBe(expected);
  });

  test.each([
    ['waiting', undefined, 'Counting the workload…'],
    ['done', '', 'The workload is up to date.'],
    ['failed', 'The org refused a write', 'Not counted again: The org refused a write'],
  ] as const)('of the workload, %s with the message %s', (phase, message, expected) => {
    expect(statusText(phase, message, 'Workload')).toBe(expected);
  });

  test.each(['failed', 'timedOut'] as const)('%s says whom to ask', (phase) => {
    expect(statusText(phase, undefined)).toMatch(/admin/i);
  });
});
