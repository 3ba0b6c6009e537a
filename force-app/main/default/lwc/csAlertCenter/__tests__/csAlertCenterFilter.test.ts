import { STARTING_CRITERIA, variablesOf } from '../csAlertCenterFilter';

const NOW = '2026-11-22T15:00:00.000Z';
const MINE = { or: [{ CS_Recipient__c: { eq: 'me' } }, { CS_Escalated_To__c: { eq: 'me' } }] };
const OPEN = { CS_Resolved_On__c: { eq: null } };
const AWAKE = {
  or: [{ CS_Snoozed_Until__c: { eq: null } }, { CS_Snoozed_Until__c: { lte: { value: NOW } } }],
};

const variables = (criteria = {}, view: Parameters<typeof variablesOf>[1] = 'open') =>
  variablesOf({ ...STARTING_CRITERIA, ...criteria }, view, 'me', NOW);

describe('what the alert centre asks for', () => {
  test('at first what is open and was sent or passed on to the user', () => {
    expect(variables().where).toEqual({ and: [OPEN, AWAKE, MINE] });
  });

  test('counts each state of what it is narrowed to, and the unread ones of the user whatever that is', () => {
    const { open, unread, snoozed, mine } = variables({ scope: 'everyone', type: 'Renewal' });
    const type = { CS_Type__c: { eq: 'Renewal' } };
    expect(open).toEqual({ and: [OPEN, AWAKE, type] });
    expect(unread).toEqual({ and: [OPEN, AWAKE, { CS_Read_On__c: { eq: null } }, type] });
    expect(snoozed).toEqual({ and: [OPEN, { CS_Snoozed_Until__c: { gt: { value: NOW } } }, type] });
    expect(mine).toEqual({ and: [OPEN, AWAKE, { CS_Read_On__c: { eq: null } }, MINE] });
  });

  test('is narrowed by whose they are, severity and account', () => {
    expect(variables({ scope: 'team', severity: 'High', search: ' Acme ' }, 'resolved').where).toEqual({
      and: [
        { CS_Resolved_On__c: { ne: null } },
        { CS_Recipient__r: { ManagerId: { eq: 'me' } } },
        { CS_Severity__c: { eq: 'High' } },
        { CS_Account__r: { Name: { like: '%Acme%' } } },
      ],
    });
  });

  test.each([
    ['severity', 'open', ['CS_Severity__c', 'CS_Raised_On__c', 'Id']],
    ['day', 'open', ['CS_Raised_On__c', 'Id']],
    ['day', 'resolved', ['CS_Resolved_On__c', 'Id']],
  ] as const)('grouped by %s, %s ones come in this order', (grouping, view, fields) => {
    expect(Object.keys(variables({ grouping }, view).orderBy as object)).toEqual(fields);
  });
});
