import { actionOf, daysOf, describeTrigger } from 'c/csPlaybookRules';

const rule = (trigger: string, triggerBand: string | null = null, triggerDays: number | null = null) => ({
  trigger,
  triggerBand,
  triggerDays,
});

describe('what suggests a playbook', () => {
  test.each([
    [rule('None'), 'Started by hand only'],
    [rule('Onboarding'), 'While the account is being onboarded'],
    [rule('Risk Band', 'At Risk'), 'When the risk band is At Risk'],
    [rule('Risk Band', 'Watch'), 'When the risk band is Watch or At Risk'],
    [rule('Renewal', null, 30), 'When the renewal is within 30 days'],
    [rule('Renewal'), 'When the renewal is within 90 days'],
    [rule('Low NPS'), 'For 60 days after an NPS answer of 6 or less'],
    [rule('Usage Down'), 'When usage falls against its own past'],
  ])('%j is said in words: %s', (of, words) => {
    expect(describeTrigger(of)).toBe(words);
  });

  test('zero days are the admin’s word, not a gap', () => {
    expect(daysOf(rule('Renewal', null, 0))).toBe(0);
  });
});

test('an action that is not known opens nothing', () => {
  expect(actionOf('Fax' as never)).toMatchObject({ value: 'None', verb: '' });
  expect(actionOf('Call')).toMatchObject({ verb: 'Log Call' });
});
