import { describe, expect, test } from '@jest/globals';
import { defaultsOf, standardAction } from './standardActions.ts';

const ACCOUNT = '001000000000001AAA';
const CONTACT = '003000000000001AAA';

describe('what the form of a standard action starts from', () => {
  test.each([
    ['Global.LogACall', ACCOUNT, { WhatId: ACCOUNT, Subject: 'Call' }],
    ['Global.LogACall', CONTACT, { WhoId: CONTACT, Subject: 'Call' }],
    ['Global.NewTask', ACCOUNT, { WhatId: ACCOUNT }],
    ['Global.SendEmail', ACCOUNT, { RelatedToId: ACCOUNT }],
    ['Global.SendEmail', CONTACT, { ToId: CONTACT }],
  ])('%s for %s', (name, recordId, expected) => {
    expect(defaultsOf(standardAction(name)!, recordId, {})).toMatchObject(expected);
  });

  test('values of the reference win over the record and over the action', () => {
    const given = { WhatId: CONTACT, Subject: 'Renewal' };
    expect(defaultsOf(standardAction('Global.LogACall')!, ACCOUNT, given)).toMatchObject(given);
  });

  test('without a record nothing is related', () => {
    expect(defaultsOf(standardAction('Global.NewTask')!, undefined, {})).toEqual({});
  });

  test('an action that is not modelled is none', () => {
    expect(standardAction('Global.NewEvent')).toBeUndefined();
  });
});
