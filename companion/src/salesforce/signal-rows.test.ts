import { expect, test } from '@jest/globals';
import { noteRow, toNoteActivity } from './signal-rows.ts';

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
