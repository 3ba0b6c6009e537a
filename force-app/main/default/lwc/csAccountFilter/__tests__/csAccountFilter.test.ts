import {
  SIGNAL_OPTIONS,
  allOf,
  fieldIs,
  isCustomer,
  managedBy,
  named,
  showing,
  touchDueWithin,
  touchOverdue,
  touchUnplanned,
} from 'c/csAccountFilter';

const TODAY = '2026-11-22';

describe('the filters of accounts', () => {
  test('an account belongs to its CSM, and without one to its owner', () => {
    expect(managedBy('005A')).toEqual({
      or: [
        { CS_Manager__c: { eq: '005A' } },
        { and: [{ CS_Manager__c: { eq: null } }, { OwnerId: { eq: '005A' } }] },
      ],
    });
  });

  test('a touchpoint is overdue from the day after it was due', () => {
    expect(touchOverdue(TODAY)).toEqual({ CS_Touch_Due__c: { lt: { value: '2026-11-22' } } });
  });

  test('the next days begin with today and end with the last of them', () => {
    expect(touchDueWithin(7, TODAY)).toEqual({
      CS_Touch_Due__c: { gte: { value: '2026-11-22' }, lte: { value: '2026-11-29' } },
    });
  });

  test('who left is no customer, and who has no plan has no day', () => {
    expect(isCustomer()).toEqual({ CS_Status__c: { ne: 'Churned' } });
    expect(touchUnplanned()).toEqual({ CS_Next_Scheduled__c: { eq: null } });
  });

  test('a name is looked for anywhere in it, without the blanks around what was typed', () => {
    expect(named(' nor ')).toEqual({ Name: { like: '%nor%' } });
  });

  test.each([
    ['npsBelow7', { CS_NPS_Score__c: { lt: 7 } }],
    [
      'noNpsAnswer',
      { or: [{ CS_NPS_Date__c: { eq: null } }, { CS_NPS_Date__c: { lt: { value: '2026-05-26' } } }] },
    ],
    ['lowUsage', { CS_Low_Usage__c: { eq: true } }],
    ['usageDown', { CS_Usage_Down__c: { eq: true } }],
    ['', undefined],
    ['toString', undefined],
  ])('the signal %j asks for %j', (signal, expected) => {
    expect(showing(signal, TODAY)).toEqual(expected);
  });

  test('every signal that is offered asks for something', () => {
    expect(SIGNAL_OPTIONS.map(({ label }) => label)).toEqual([
      'NPS below 7',
      'No answer in 180 days',
      'Low usage',
      'Usage down',
      'Escalated tickets',
      'No usage recorded',
    ]);
    expect(SIGNAL_OPTIONS.filter(({ value }) => showing(value, TODAY) === undefined)).toEqual([]);
  });

  test('what was not chosen asks for nothing', () => {
    expect([named('  '), fieldIs('CS_Tier__c', '')]).toEqual([undefined, undefined]);
    expect(allOf(undefined, undefined)).toEqual({});
    expect(allOf(undefined, fieldIs('CS_Tier__c', 'Scale'))).toEqual({
      and: [{ CS_Tier__c: { eq: 'Scale' } }],
    });
  });
});
