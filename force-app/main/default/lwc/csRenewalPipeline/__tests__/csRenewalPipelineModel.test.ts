import { STARTING_CRITERIA, listFilter, totalFilters } from '../csRenewalPipelineFilter';
import { readPage } from '../csRenewalPipelineListQuery';
import { describeTotals, viewBands, viewChart, viewSections, viewTiles } from '../csRenewalPipelineModel';
import { months, nextDays, unscheduled } from '../csRenewalPipelinePeriods';
import { TODAY, groupOf, renewalOf, renewalsData } from './renewals';

const shown = { period: nextDays(TODAY), band: '', today: TODAY };
const GROUPS = [
  groupOf('2026-12-12', { arr: 850_000, band: 'Watch' }),
  groupOf('2027-01-03', { arr: 1_120_000, band: 'At Risk', accounts: 2 }),
  groupOf('2027-01-20', { arr: 280_000 }),
  groupOf(null, { part: 'overdue', arr: 40_000 }),
  groupOf(null, { part: 'later', arr: 7 }),
];

describe('viewTiles', () => {
  test('tell the next 90 days, and all that stands in none of the months', () => {
    expect(viewTiles(GROUPS, '', TODAY)).toEqual([
      {
        key: 'next',
        label: 'Next 90 days',
        arr: '$2.3M',
        detail: '4 accounts, $1.1M at risk',
        needsAttention: false,
      },
      {
        key: 'overdue',
        label: 'Overdue',
        arr: '$40K',
        detail: '1 account, $0 at risk',
        needsAttention: true,
      },
      {
        key: 'unscheduled',
        label: 'No renewal date',
        arr: '$0',
        detail: '0 accounts, $0 at risk',
        needsAttention: false,
      },
      {
        key: 'later',
        label: 'From Nov 2027 on',
        arr: '$7',
        detail: '1 account, $0 at risk',
        needsAttention: false,
      },
    ]);
  });
});

describe('viewChart', () => {
  const chart = viewChart(GROUPS, TODAY);

  test('has a bar for each of twelve months, also where nothing renews', () => {
    expect(chart).toHaveLength(12);
    expect(chart[0]).toMatchObject({ label: 'Nov 2026', arr: '$0', arrAtRisk: '–', parts: [] });
    expect(chart[11]).toMatchObject({ key: '2027-10', label: 'Oct 2027' });
  });

  test('divides a bar by band, the worst first, against the longest bar', () => {
    expect(chart[2]).toMatchObject({
      label: 'Jan 2027',
      arr: '$1.4M',
      arrAtRisk: '$1.1M',
      description: 'Jan 2027: 3 accounts · ARR $1,400,000 · $1,120,000 at risk',
      parts: [
        { band: 'At Risk', share: 0.8, description: 'Jan 2027, At Risk: 2 accounts, ARR $1,120,000' },
        { band: 'Healthy', share: 0.2 },
      ],
    });
  });

  test('names the bands that occur, those without a score last', () => {
    const labels = viewBands([...GROUPS, groupOf(null, { band: null }), groupOf(null, { band: 'Custom' })]);
    expect(labels.map(({ label }) => label)).toEqual(['At Risk', 'Watch', 'Healthy', 'Custom', 'Not scored']);
  });
});

describe('viewSections', () => {
  test('groups by month, each with the totals of all its renewals, whatever was read', () => {
    const renewals = [renewalOf(), renewalOf({ id: '2', renewal: '2027-01-03' })];
    expect(viewSections(renewals, GROUPS, shown)).toMatchObject([
      { heading: 'Dec 2026', totals: '1 account · ARR $850,000 · $0 at risk', rows: [{ id: 'acc1' }] },
      {
        heading: 'Jan 2027',
        totals: '3 accounts · ARR $1,400,000 · $1,120,000 at risk',
        rows: [{ id: '2' }],
      },
    ]);
  });

  test.each([
    ['2026-12-23', 'in 31 days', 'slds-text-color_weak'],
    ['2026-12-22', 'in 30 days', 'slds-text-title_bold'],
    ['2026-11-22', 'today', 'slds-text-title_bold'],
    ['2026-11-21', '1 day overdue', 'slds-text-color_error'],
    [null, '', ''],
  ])('tells how much time is left until %s', (renewal, left, leftClass) => {
    const [section] = viewSections([renewalOf({ renewal })], GROUPS, shown);
    expect(section?.rows[0]).toMatchObject({ left, leftClass });
  });

  test('says what is not known instead of leaving it out', () => {
    const unknown = renewalOf({
      tier: null,
      arr: null,
      health: null,
      trend: null,
      band: null,
      renewal: null,
      last: null,
      planned: '2026-11-01',
    });
    expect(viewSections([unknown], [], shown)[0]?.rows[0]).toMatchObject({
      tier: '–',
      arr: '–',
      health: '–',
      renewal: 'No date',
      last: 'None on record',
      planned: 'Nothing planned',
    });
  });

  test('tells the next step and the open opportunity', () => {
    const renewal = renewalOf({ planned: '2026-11-22', opportunity: { id: 'opp1', name: 'Renewal' } });
    const { renewals } = readPage(renewalsData([renewal]));
    expect(viewSections(renewals, [], shown)[0]?.rows[0]).toMatchObject({
      planned: 'Next: Nov 22, 2026',
      opportunityId: 'opp1',
      opportunityName: 'Renewal',
      csm: 'Dana Reyes',
    });
  });
});

test('totals are told in one line', () => {
  expect(describeTotals({ accounts: 1, arr: 5, arrAtRisk: 0 })).toBe('1 account · ARR $5 · $0 at risk');
});

describe('filters', () => {
  const list = (criteria: object, period = nextDays(TODAY)) =>
    JSON.stringify(listFilter({ ...STARTING_CRITERIA, ...criteria }, period, '005me'));

  test('the list starts with the accounts of the user that renew in the next 90 days', () => {
    expect(list({})).toContain('"CS_Manager__c":{"eq":"005me"}');
    expect(list({})).toContain(
      '{"CS_Renewal_Date__c":{"gte":{"value":"2026-11-22"},"lte":{"value":"2027-02-20"}}}',
    );
    expect(list({})).toContain('{"CS_Status__c":{"ne":"Churned"}}');
  });

  test.each([
    [{ tier: 'Growth' }, '{"CS_Tier__c":{"eq":"Growth"}}'],
    [{ band: 'Watch' }, '{"CS_Risk_Band__c":{"eq":"Watch"}}'],
    [{ band: 'none' }, '{"CS_Risk_Band__c":{"eq":null}}'],
  ])('the list is narrowed by %j', (criteria, part) => {
    expect(list(criteria)).toContain(part);
  });

  test('anyone is everyone', () => {
    expect(list({ csm: 'anyone' })).not.toContain('005me');
  });

  test('what has no date is asked for as such', () => {
    expect(list({}, unscheduled())).toContain('{"CS_Renewal_Date__c":{"eq":null}}');
    expect(list({}, months(TODAY)[1])).toContain('"lte":{"value":"2026-12-31"}');
  });

  test('the totals hold every band and every day once', () => {
    const totals = totalFilters({ ...STARTING_CRITERIA, band: 'Watch' }, '005me', TODAY);
    expect(JSON.stringify(totals)).not.toContain('CS_Risk_Band__c');
    expect(Object.values(totals).map((filter) => JSON.stringify(filter).match(/"CS_Renewal.*/)?.[0])).toEqual(
      [
        '"CS_Renewal_Date__c":{"lte":{"value":"2026-11-21"}}}]}',
        '"CS_Renewal_Date__c":{"gte":{"value":"2026-11-22"},"lte":{"value":"2027-10-31"}}}]}',
        '"CS_Renewal_Date__c":{"gte":{"value":"2027-11-01"}}}]}',
        '"CS_Renewal_Date__c":{"eq":null}}]}',
      ],
    );
  });
});
