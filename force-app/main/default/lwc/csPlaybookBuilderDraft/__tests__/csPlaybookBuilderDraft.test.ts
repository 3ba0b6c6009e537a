import { moveStep, problemsOf, stepsDiffer, versionStatement } from 'c/csPlaybookBuilderDraft';
import type { Draft, DraftStep } from 'c/csPlaybookBuilderDraft';

const step = (key: string, more: Partial<DraftStep> = {}): DraftStep => ({
  key,
  id: key,
  name: `Step ${key}`,
  instructions: '',
  action: 'None',
  dueInDays: 1,
  ...more,
});
const STEPS = ['a', 'b', 'c'].map((key) => step(key));
const draft = (more: Partial<Draft> = {}): Draft => ({
  id: 'a0P1',
  name: 'Rescue',
  description: '',
  trigger: 'None',
  triggerBand: null,
  triggerDays: null,
  isActive: true,
  autoStart: false,
  version: 2,
  steps: STEPS,
  ...more,
});

describe('a draft', () => {
  test('without faults can be saved', () => {
    expect(problemsOf(draft())).toEqual([]);
    expect(problemsOf(draft({ trigger: 'Renewal', triggerDays: 0, autoStart: true }))).toEqual([]);
  });

  test.each<[Partial<Draft>, string]>([
    [{ name: '  ' }, 'Give the playbook a name.'],
    [{ trigger: 'Risk Band' }, 'Choose the risk band that suggests it.'],
    [{ trigger: 'Renewal', triggerDays: null }, 'Say within how many days (0 to 3650).'],
    [{ trigger: 'Low NPS', triggerDays: -1 }, 'Say within how many days (0 to 3650).'],
    [{ trigger: 'Renewal', triggerDays: 1.5 }, 'Say within how many days (0 to 3650).'],
    [{ autoStart: true }, 'To start by itself it needs something that suggests it.'],
    [{ steps: [] }, 'Add at least one step.'],
    [
      { steps: Array.from({ length: 13 }, (_, index) => step(String(index))) },
      'It has 13 steps; at most 12 fit into a playbook.',
    ],
    [{ steps: [step('a'), step('b', { name: '' })] }, 'Give step 2 a name.'],
    [{ steps: [step('a', { dueInDays: Number.NaN })] }, 'Say after how many days step 1 is due (0 to 3650).'],
  ])('with %j says what is missing', (fault, expected) => {
    expect(problemsOf(draft(fault))).toEqual([expected]);
  });
});

describe('moving a step', () => {
  test.each([
    ['a', 1, 'bac'],
    ['a', 2, 'bca'],
    ['c', 0, 'cab'],
    ['a', -1, 'abc'],
    ['c', 3, 'abc'],
    ['none', 1, 'abc'],
  ])('%s to place %i gives %s', (key, to, expected) => {
    expect(
      moveStep(STEPS, key, to)
        .map((one) => one.key)
        .join(''),
    ).toBe(expected);
  });
});

describe('the version', () => {
  test('is a new one with the order, the words or the days of steps, not with what they are stored in', () => {
    expect(stepsDiffer(STEPS, [...STEPS].reverse())).toBe(true);
    expect(stepsDiffer(STEPS, [step('a', { dueInDays: 2 }), ...STEPS.slice(1)])).toBe(true);
    expect(
      stepsDiffer(
        STEPS,
        STEPS.map((one) => ({ ...one, key: 'x', id: null })),
      ),
    ).toBe(false);
  });

  test.each<[Draft, number, string]>([
    [draft({ id: null }), 0, 'It starts as version 1.'],
    [draft({ name: 'Other' }), 3, 'The steps are as they were: it stays version 2.'],
    [draft({ steps: [] }), 0, 'Saving makes it version 3. None is running.'],
    [
      draft({ steps: [] }),
      1,
      'Saving makes it version 3. 1 running one keeps its version and steps; what starts from now on follows version 3.',
    ],
    [
      draft({ steps: [] }),
      4,
      'Saving makes it version 3. 4 running ones keep their version and steps; what starts from now on follows version 3.',
    ],
  ])('is stated before it is saved, with what becomes of running ones', (of, running, expected) => {
    expect(versionStatement(draft(), of, running)).toBe(expected);
  });
});
