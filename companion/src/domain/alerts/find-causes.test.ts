import { describe, expect, test } from '@jest/globals';
import { STARTER_CONFIG } from '../starter-config.ts';
import { buildAlertAccount } from '../testing/build-alert.ts';
import { buildAnswer, buildCase, buildSignals, buildTouch, buildUsage } from '../testing/build-signals.ts';
import type { AlertAccount } from './alert-account.ts';
import type { AlertType } from './alert-rule.ts';
import { findCauses } from './find-causes.ts';

const AS_OF = '2026-11-22';
const messages = (type: AlertType, account: Partial<AlertAccount>, threshold: number | null = null) =>
  findCauses({ type, threshold }, buildAlertAccount(account), { asOf: AS_OF, config: STARTER_CONFIG })?.map(
    ({ message }) => message,
  ) ?? null;
const signals = (known: Parameters<typeof buildSignals>[0]) => ({ signals: buildSignals(known) });
const openTask = (on: string, id = '00T1') => buildTouch(on, { kind: 'open', id, label: 'Send the deck' });

describe('what rules find', () => {
  test.each<[string, AlertType, Partial<AlertAccount>, number | null, string[] | null]>([
    ['At Risk', 'At Risk', { band: 'At Risk', score: 77 }, null, ['Now At Risk, with a risk of 77.']],
    ['another band', 'At Risk', { band: 'Watch' }, null, []],
    ['no band', 'At Risk', { band: null }, null, null],
    [
      'a rise of just so many points',
      'Risk Rose',
      { score: 35, scoreBefore: 20 },
      15,
      ['Risk rose from 20 to 35 within 14 days.'],
    ],
    ['a smaller rise', 'Risk Rose', { score: 34, scoreBefore: 20 }, 15, []],
    ['a rise from an unknown score', 'Risk Rose', { score: 35, scoreBefore: null }, 15, null],
    [
      'a task three days late',
      'Task Overdue',
      signals({ activities: [openTask('2026-11-19')] }),
      3,
      ['"Send the deck" was due on Nov 19, 2026, 3 days ago.'],
    ],
    ['a task two days late', 'Task Overdue', signals({ activities: [openTask('2026-11-20')] }), 3, []],
    ['a task that is done', 'Task Overdue', signals({ activities: [buildTouch('2026-11-01')] }), 3, []],
    [
      'a touchpoint a week late',
      'Touchpoint Overdue',
      signals({ cadenceDays: 30, activities: [buildTouch('2026-10-16')] }),
      7,
      [
        'A touchpoint was due on Nov 15, 2026, 7 days ago; the last was on Oct 16, 2026, and none is planned.',
      ],
    ],
    [
      'a touchpoint six days late',
      'Touchpoint Overdue',
      signals({ cadenceDays: 30, activities: [buildTouch('2026-10-17')] }),
      7,
      [],
    ],
    [
      'a late touchpoint with one planned today',
      'Touchpoint Overdue',
      signals({ cadenceDays: 30, nextScheduled: AS_OF, activities: [buildTouch('2026-10-01')] }),
      7,
      [],
    ],
    [
      'a renewal on the last day that counts',
      'Renewal',
      signals({ renewalDate: '2027-01-21' }),
      60,
      ['Renews on Jan 21, 2027, in 60 days, and no next step is planned.'],
    ],
    ['a renewal a day further off', 'Renewal', signals({ renewalDate: '2027-01-22' }), 60, []],
    [
      'a renewal with a task for it',
      'Renewal',
      signals({ renewalDate: '2027-01-21', activities: [openTask('2026-12-01')] }),
      60,
      [],
    ],
    [
      'a renewal with a playbook under way',
      'Renewal',
      signals({
        renewalDate: '2027-01-21',
        runs: [{ id: 'a1', label: 'Renewal', startedOn: AS_OF, status: 'Active', steps: [] }],
      }),
      60,
      [],
    ],
    [
      'a renewal that passed',
      'Renewal',
      signals({ renewalDate: '2026-11-20' }),
      60,
      ['Was to renew on Nov 20, 2026, 2 days ago, and no next step is planned.'],
    ],
    ['a renewal long past', 'Renewal', signals({ renewalDate: '2026-10-01' }), 60, []],
    ['usage down with its reason', 'Usage Down', { usageDown: true, usageReason: 'Half.' }, null, ['Half.']],
    ['usage as usual', 'Usage Down', { usageDown: false }, null, []],
    ['usage unknown', 'Usage Down', { usageDown: null }, null, null],
    [
      'a detractor on the last day that counts',
      'Detractor',
      signals({ npsAnswers: [buildAnswer('2026-10-23', 6)] }),
      30,
      ['A detractor answered 30 days ago: 6 of 10.'],
    ],
    ['an older detractor', 'Detractor', signals({ npsAnswers: [buildAnswer('2026-10-22', 6)] }), 30, []],
    ['a passive', 'Detractor', signals({ npsAnswers: [buildAnswer(AS_OF, 7)] }), 30, []],
    [
      'an escalated ticket',
      'Escalated Ticket',
      signals({ cases: [buildCase({ escalated: true, openedOn: '2026-11-20' })] }),
      null,
      ['Case 00001001 was escalated; it has been open for 2 days.'],
    ],
    [
      'an escalated ticket that is closed',
      'Escalated Ticket',
      signals({ cases: [buildCase({ escalated: true, open: false })] }),
      null,
      [],
    ],
    [
      'a healthy account that shrank by just so much',
      'Signals Disagree',
      { arr: 900, arrYearAgo: 1000 },
      10,
      ['Reads as Healthy (risk 20), yet its ARR is 10 % lower than a year ago.'],
    ],
    ['one that shrank by less', 'Signals Disagree', { arr: 901, arrYearAgo: 1000 }, 10, []],
    ['one in another band', 'Signals Disagree', { band: 'Watch', arr: 1, arrYearAgo: 1000 }, 10, []],
    ['one that is new', 'Signals Disagree', { arr: 1000, arrYearAgo: 0 }, 10, []],
    ['one whose past is not known', 'Signals Disagree', { arrYearAgo: null }, 10, null],
    [
      'usage that stopped',
      'Data Stale',
      signals({ usage: [buildUsage('2026-11-01', { periodDays: 6 })] }),
      9,
      ['No usage data has come in since Nov 6, 2026, 16 days ago.'],
    ],
    [
      'usage that is less late',
      'Data Stale',
      signals({ usage: [buildUsage('2026-11-01', { periodDays: 6 })] }),
      10,
      [],
    ],
    ['a month that is not over yet', 'Data Stale', signals({ usage: [buildUsage('2026-10-01')] }), 14, []],
    ['no usage ever', 'Data Stale', signals({}), 14, []],
  ])('%s', (_, type, account, threshold, expected) => {
    expect(messages(type, account, threshold)).toEqual(expected);
  });

  test('each task and each answer is a cause of its own', () => {
    const activities = [openTask('2026-11-01', '00T1'), openTask('2026-11-02', '00T2')];
    expect(messages('Task Overdue', signals({ activities }))).toHaveLength(2);
  });

  test('nothing is found on a customer who is lost', () => {
    expect(messages('At Risk', { churned: true, band: 'At Risk' })).toEqual([]);
  });

  test('a message never outgrows its field', () => {
    const [message] = messages('At Risk', { band: 'At Risk', riskReason: 'x'.repeat(400) }) ?? [];
    expect(message).toHaveLength(255);
  });
});
