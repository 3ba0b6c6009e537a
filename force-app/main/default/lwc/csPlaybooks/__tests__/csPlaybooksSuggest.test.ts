import type { PlaybookOffer, PlaybookRun } from 'c/csAccountStory';
import { suggest } from '../csPlaybooksSuggest';
import type { AccountFacts } from '../csPlaybooksSuggest';

const TODAY = '2026-11-23';
const NOTHING: AccountFacts = {
  status: 'Active',
  band: 'Healthy',
  renewalDate: null,
  nps: null,
  usageDown: false,
};

function offer(trigger: string, more: Partial<PlaybookOffer> = {}): PlaybookOffer {
  const rest = { description: '', triggerBand: null, triggerDays: null, version: 1 };
  return { id: 'a0P1', name: 'Rescue', trigger, ...rest, ...more };
}

function run(startedOn: string, status: PlaybookRun['status'] = 'Completed'): PlaybookRun {
  const rest = { name: '', version: 1, completedOn: null, assignedToId: null, assignedTo: '', reason: '' };
  return { id: 'a0R1', playbookId: 'a0P1', startedOn, status, steps: [], ...rest };
}

const because = (of: PlaybookOffer, facts: Partial<AccountFacts>, runs: PlaybookRun[] = []) =>
  suggest([of], { ...NOTHING, ...facts }, runs, TODAY)[0]?.because;

const AT_RISK = offer('Risk Band', { triggerBand: 'At Risk' });
const WATCH = offer('Risk Band', { triggerBand: 'Watch' });
const RENEWAL = offer('Renewal', { triggerDays: 90 });
const LOW_NPS = offer('Low NPS', { triggerDays: 60 });

describe('a playbook is suggested', () => {
  test.each<[string, PlaybookOffer, Partial<AccountFacts>, string | undefined]>([
    ['in its band', AT_RISK, { band: 'At Risk' }, 'the risk band is At Risk'],
    ['not in a better one', AT_RISK, { band: 'Watch' }, undefined],
    ['in a worse one', WATCH, { band: 'At Risk' }, 'the risk band is At Risk'],
    ['never for Healthy', WATCH, { band: 'Healthy' }, undefined],
    ['not while the band is not known', WATCH, { band: null }, undefined],
    ['in At Risk where no band is set', offer('Risk Band'), { band: 'Watch' }, undefined],
    [
      'on the first day before a renewal',
      RENEWAL,
      { renewalDate: '2027-02-21' },
      'the renewal is in 90 days',
    ],
    ['not a day earlier', RENEWAL, { renewalDate: '2027-02-22' }, undefined],
    ['on the day itself', RENEWAL, { renewalDate: TODAY }, 'the renewal is today'],
    ['not after it', RENEWAL, { renewalDate: '2026-11-22' }, undefined],
    ['for a detractor', LOW_NPS, { nps: { score: 6, day: TODAY } }, 'the last NPS answer is 6'],
    ['for a zero too', LOW_NPS, { nps: { score: 0, day: TODAY } }, 'the last NPS answer is 0'],
    ['not for a passive', LOW_NPS, { nps: { score: 7, day: TODAY } }, undefined],
    ['not for an answer of long ago', LOW_NPS, { nps: { score: 2, day: '2026-09-23' } }, undefined],
    ['when usage falls', offer('Usage Down'), { usageDown: true }, 'usage is down'],
    ['during onboarding', offer('Onboarding'), { status: 'Onboarding' }, 'the account is being onboarded'],
    ['never without a trigger', offer('None'), { band: 'At Risk', usageDown: true }, undefined],
  ])('%s', (_when, of, facts, expected) => {
    expect(because(of, facts)).toBe(expected);
  });

  test('with a reason that stands alone', () => {
    const [suggestion] = suggest([AT_RISK], { ...NOTHING, band: 'At Risk' }, [], TODAY);
    expect(suggestion).toMatchObject({
      playbookId: 'a0P1',
      reason: 'Suggested because the risk band is At Risk.',
    });
  });
});

describe('a playbook is not suggested again', () => {
  const renewal = { renewalDate: '2026-12-23' };
  const nps = { nps: { score: 3, day: '2026-11-10' } };

  test.each<[string, PlaybookOffer, Partial<AccountFacts>, PlaybookRun, boolean]>([
    ['while it runs, however old', AT_RISK, { band: 'At Risk' }, run('2025-01-01', 'Active'), false],
    ['soon after it ended', AT_RISK, { band: 'At Risk' }, run('2026-10-24'), false],
    ['but after a month it is', AT_RISK, { band: 'At Risk' }, run('2026-10-23'), true],
    ['once stopped it rests too', AT_RISK, { band: 'At Risk' }, run('2026-11-20', 'Stopped'), false],
    ['for the same renewal', RENEWAL, renewal, run('2026-09-24'), false],
    ['but for the next renewal it is', RENEWAL, renewal, run('2026-09-23'), true],
    ['for the same answer', LOW_NPS, nps, run('2026-11-10'), false],
    ['but for a newer answer it is', LOW_NPS, nps, run('2026-11-09'), true],
    ['for one onboarding', offer('Onboarding'), { status: 'Onboarding' }, run('2020-01-01'), false],
  ])('%s', (_when, of, facts, earlier, expected) => {
    expect(because(of, facts, [earlier]) !== undefined).toBe(expected);
  });

  test('and a run of another playbook changes nothing', () => {
    const other = { ...run(TODAY, 'Active'), playbookId: 'a0P2' };
    expect(because(AT_RISK, { band: 'At Risk' }, [other])).toBe('the risk band is At Risk');
  });
});
