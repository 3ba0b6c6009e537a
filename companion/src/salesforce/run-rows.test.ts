import { expect, test } from '@jest/globals';
import { toRun } from './run-rows.ts';

const RUN = {
  Id: 'a10A',
  Name: 'Rescue',
  CS_Account__c: '001A',
  CS_Status__c: 'Active',
  CS_Started_On__c: '2026-11-01',
};
const step = (CS_Status__c: string, CS_Completed_On__c: string | null) => ({
  Id: 'a11A',
  Name: 'Call the sponsor',
  CS_Run__c: 'a10A',
  CS_Order__c: 1,
  CS_Status__c,
  CS_Completed_On__c,
});

test.each([
  ['Done', '2026-11-20T10:00:00.000Z', '2026-11-20'],
  ['Done', null, '2026-11-01'],
  ['Skipped', '2026-11-20T10:00:00.000Z', null],
  ['Open', null, null],
])('a step that is %s, completed %s, counts as done on %s', (status, at, doneOn) => {
  expect(toRun(RUN, [step(status, at)])).toEqual({
    id: 'a10A',
    label: 'Rescue',
    startedOn: '2026-11-01',
    status: 'Active',
    steps: [{ id: 'a11A', label: 'Call the sponsor', order: 1, doneOn }],
  });
});
