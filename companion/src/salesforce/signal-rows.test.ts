import { expect, test } from '@jest/globals';
import { noteRow, npsResponseRow, toNoteActivity, toNpsAnswer } from './signal-rows.ts';

test('a note of a talk is a touchpoint of the day it was written', () => {
  const row = noteRow.parse({
    Id: 'a03A',
    CS_Account__c: '001A',
    Name: 'NOTE-000007',
    CS_Type__c: 'Call',
    CreatedDate: '2026-11-20T23:30:00.000+0000',
  });
  expect(toNoteActivity(row)).toEqual({
    object: 'CS_Note__c',
    id: 'a03A',
    label: 'Call note NOTE-000007',
    kind: 'done',
    on: '2026-11-20',
  });
});

test('an NPS answer is a record that can be opened, named by its number and its score', () => {
  const row = npsResponseRow.parse({
    Id: 'a04A',
    CS_Account__c: '001A',
    Name: 'NPS-000012',
    CS_Score__c: 4,
    CS_Responded_On__c: '2026-11-02',
    CS_Contact__c: '003A',
  });
  expect(toNpsAnswer(row)).toEqual({
    object: 'CS_NPS_Response__c',
    id: 'a04A',
    label: 'NPS-000012: 4',
    score: 4,
    on: '2026-11-02',
    contactId: '003A',
  });
});
