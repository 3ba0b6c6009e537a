import { describe, expect, test } from '@jest/globals';
import { findCause, type TriggerFacts } from './playbook-triggers.ts';
import { buildPlaybookAccount, buildRule } from './testing/build-playbook.ts';

const AS_OF = '2026-11-23';
const cause = (rule: Parameters<typeof buildRule>[0], facts: Partial<TriggerFacts>) =>
  findCause(buildRule(rule), buildPlaybookAccount(facts), AS_OF);

const RENEWAL = { trigger: 'Renewal', triggerDays: 90 };
const LOW_NPS = { trigger: 'Low NPS', triggerDays: 60 };

describe('findCause', () => {
  test.each([
    ['Risk Band', {}, { band: 'At Risk', bandSince: '2026-11-01' }, 'band:2026-11-01', '2026-11-01'],
    ['Risk Band whose change nobody saw', {}, { band: 'At Risk' }, 'band:first', ''],
    ['Watch, in a worse band', { triggerBand: 'Watch' }, { band: 'At Risk' }, 'band:first', ''],
    ['Renewal, on its first day', RENEWAL, { renewalDate: '2027-02-21' }, 'renewal:2027-02-21', '2026-11-23'],
    ['Renewal, on the day', RENEWAL, { renewalDate: AS_OF }, `renewal:${AS_OF}`, '2026-08-25'],
    [
      'Renewal without days',
      { trigger: 'Renewal' },
      { renewalDate: '2027-02-21' },
      'renewal:2027-02-21',
      AS_OF,
    ],
    ['Low NPS', LOW_NPS, { npsScore: 6, npsDate: '2026-09-24' }, 'nps:2026-09-24', '2026-09-24'],
    ['Onboarding', { trigger: 'Onboarding' }, { status: 'Onboarding' }, 'onboarding', ''],
    [
      'Usage Down',
      { trigger: 'Usage Down' },
      { usageDown: true, usageSince: '2026-11-20' },
      'usage:2026-11-20',
      '2026-11-20',
    ],
  ])('%s is an occasion', (_what, rule, facts, occasion, since) => {
    expect(cause(rule, facts)).toMatchObject({ occasion, since });
  });

  test.each([
    ['a better band', {}, { band: 'Watch' }],
    ['a band that is not known', { triggerBand: 'Watch' }, { band: null }],
    ['a healthy account, whatever is set', { triggerBand: 'Healthy' }, { band: 'Healthy' }],
    ['a renewal further off', RENEWAL, { renewalDate: '2027-02-22' }],
    ['a renewal that is over', RENEWAL, { renewalDate: '2026-11-22' }],
    ['no renewal date', RENEWAL, {}],
    ['a passive', LOW_NPS, { npsScore: 7, npsDate: AS_OF }],
    ['an answer of long ago', LOW_NPS, { npsScore: 0, npsDate: '2026-09-23' }],
    ['an answer without a day', LOW_NPS, { npsScore: 0 }],
    ['an account that is past onboarding', { trigger: 'Onboarding' }, { status: 'Active' }],
    ['steady usage', { trigger: 'Usage Down' }, {}],
    ['a playbook without a trigger', { trigger: 'None' }, { band: 'At Risk', usageDown: true }],
  ])('%s is none', (_what, rule, facts) => {
    expect(cause(rule, facts)).toBeNull();
  });

  test('says why within a sentence', () => {
    expect(cause(LOW_NPS, { npsScore: 3, npsDate: AS_OF })?.because).toBe('the NPS answer is 3');
  });
});
