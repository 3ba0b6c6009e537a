import { describe, expect, test } from '@jest/globals';
import { emailTask, problemOf, type Email } from './emailTask.ts';

const EMAIL: Email = {
  to: 'alma@example.com',
  subject: 'Renewal',
  text: 'Hi Alma',
  relatedToId: '001000000000001AAA',
  contactId: '003000000000001AAA',
};

describe('an email', () => {
  test('is logged as a completed task of subtype Email about its account and its contact', () => {
    expect(emailTask(EMAIL)).toEqual({
      Subject: 'Email: Renewal',
      Description: 'To: alma@example.com\nSubject: Renewal\n\nHi Alma',
      Status: 'Completed',
      TaskSubtype: 'Email',
      Type: 'Email',
      WhatId: EMAIL.relatedToId,
      WhoId: EMAIL.contactId,
    });
  });

  test('that is about nothing names nothing', () => {
    const task = emailTask({ ...EMAIL, relatedToId: undefined, contactId: undefined });
    expect(Object.keys(task)).not.toEqual(expect.arrayContaining(['WhatId']));
    expect(Object.keys(task)).not.toEqual(expect.arrayContaining(['WhoId']));
  });

  test('of any length fits into the fields of a task', () => {
    const task = emailTask({ ...EMAIL, subject: 's'.repeat(300), text: 't'.repeat(40_000) });
    expect(String(task.Subject)).toHaveLength(255);
    expect(String(task.Description)).toHaveLength(32_000);
  });

  test.each([
    [{}, ''],
    [{ to: 'a@example.com; b@example.com' }, ''],
    [{ to: ' ; ' }, 'Enter at least one recipient.'],
    [{ to: 'a@example.com, alma' }, '"alma" is not an email address.'],
    [{ text: '' }, 'Write a body: an email cannot be empty.'],
  ])('with %j has the problem %j', (change, problem) => {
    expect(problemOf({ ...EMAIL, ...change })).toBe(problem);
  });
});
