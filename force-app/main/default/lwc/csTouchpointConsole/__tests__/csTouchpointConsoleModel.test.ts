import { managedBy } from 'c/csAccountFilter';
import {
  STARTING_CRITERIA,
  STARTING_SORTING,
  orderBy,
  sortedBy,
  viewFilters,
} from '../csTouchpointConsoleModel';

const ME = '005000000000001AAA';
const TODAY = '2026-11-22';
const filtersFor = (criteria: object) => viewFilters({ ...STARTING_CRITERIA, ...criteria }, ME, TODAY);

describe('what each view shows', () => {
  test('at first the user sees her own customers', () => {
    expect(filtersFor({}).all).toEqual({ and: [managedBy(ME), { CS_Status__c: { ne: 'Churned' } }] });
  });

  test('a view narrows what was chosen', () => {
    const { overdue, week, month, unplanned } = filtersFor({ csm: 'everyone', status: '' });
    expect(overdue).toEqual({ and: [{ CS_Touch_Due__c: { lt: { value: TODAY } } }] });
    expect(week).toEqual({
      and: [{ CS_Touch_Due__c: { gte: { value: TODAY }, lte: { value: '2026-11-29' } } }],
    });
    expect(month).toEqual({
      and: [{ CS_Touch_Due__c: { gte: { value: TODAY }, lte: { value: '2026-12-22' } } }],
    });
    expect(unplanned).toEqual({ and: [{ CS_Next_Scheduled__c: { eq: null } }] });
  });

  test.each([
    [{ csm: '005000000000002AAA' }, managedBy('005000000000002AAA')],
    [{ tier: 'Scale' }, { CS_Tier__c: { eq: 'Scale' } }],
    [{ riskBand: 'At Risk' }, { CS_Risk_Band__c: { eq: 'At Risk' } }],
    [{ status: 'Churned' }, { CS_Status__c: { eq: 'Churned' } }],
    [{ signal: 'npsBelow7' }, { CS_NPS_Score__c: { lt: 7 } }],
    [{ search: 'nor' }, { Name: { like: '%nor%' } }],
  ])('%p is asked of the server', (chosen, expected) => {
    expect(filtersFor({ csm: 'everyone', status: '', ...chosen }).all).toEqual({ and: [expected] });
  });
});

describe('the order', () => {
  test('soonest first, and what has no date last', () => {
    expect(orderBy(STARTING_SORTING)).toEqual({ CS_Touch_Due__c: { order: 'ASC', nulls: 'LAST' } });
  });

  test('the CSM sorts by name', () => {
    expect(orderBy({ column: 'csm', direction: 'DESC' })).toEqual({
      CS_Manager__r: { Name: { order: 'DESC', nulls: 'LAST' } },
    });
  });

  test('a second click on a column turns the direction, another column starts anew', () => {
    const once = sortedBy('arr', STARTING_SORTING);
    expect(once).toEqual({ column: 'arr', direction: 'ASC' });
    expect(sortedBy('arr', once)).toEqual({ column: 'arr', direction: 'DESC' });
    expect(sortedBy('arr', sortedBy('arr', once))).toEqual(once);
  });
});
