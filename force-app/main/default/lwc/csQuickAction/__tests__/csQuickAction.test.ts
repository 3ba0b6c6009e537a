import { quickActionPage } from 'c/csQuickAction';

const ACCOUNT = '001000000000001AAA';
const CONTACT = '003000000000001AAA';

describe('the page of a quick action', () => {
  test.each([
    ['logCall', 'Global.LogACall'],
    ['createTask', 'Global.NewTask'],
  ] as const)('%s opens %s about the account and with the contact', (action, apiName) => {
    expect(quickActionPage(action, { accountId: ACCOUNT, contactId: CONTACT })).toEqual({
      type: 'standard__quickAction',
      attributes: { apiName },
      state: { recordId: CONTACT, defaultFieldValues: `WhatId=${ACCOUNT},WhoId=${CONTACT}` },
    });
  });

  test('without a contact the account is the record, and no contact is filled in', () => {
    expect(quickActionPage('logCall', { accountId: ACCOUNT }).state).toEqual({
      recordId: ACCOUNT,
      defaultFieldValues: `WhatId=${ACCOUNT}`,
    });
  });

  test('an email goes to the contact and is related to the account', () => {
    const page = quickActionPage('sendEmail', {
      accountId: ACCOUNT,
      contactId: CONTACT,
      contactEmail: 'alma.berg@example.com',
    });
    expect(page.attributes.apiName).toBe('Global.SendEmail');
    expect(page.state).toEqual({
      recordId: CONTACT,
      defaultFieldValues: `RelatedToId=${ACCOUNT},ToAddress=alma.berg%40example.com`,
    });
  });

  test('further values are added, and one that is given wins', () => {
    const page = quickActionPage('createTask', { accountId: ACCOUNT }, { Subject: 'Plan, then call' });
    expect(page.state?.defaultFieldValues).toBe(`WhatId=${ACCOUNT},Subject=Plan%2C%20then%20call`);
  });
});
