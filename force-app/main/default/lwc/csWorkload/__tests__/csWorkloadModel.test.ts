import type { CsmWorkload } from '../csWorkloadQuery';
import { candidates, orderOf, sortedBy, trendDays } from '../csWorkloadModel';

test('the trend is of the same weekday, twelve times', () => {
  const days = trendDays('2026-11-22');
  expect(days).toHaveLength(12);
  expect(days.slice(-2)).toEqual(['2026-11-15', '2026-11-22']);
});

test('a column begins with its largest numbers, names with A, and a second click turns it', () => {
  const effort = { field: 'CS_Effort__c', isDescending: true };
  expect(sortedBy('CS_ARR__c', effort)).toEqual({ field: 'CS_ARR__c', isDescending: true });
  expect(sortedBy('CS_CSM__r', effort)).toEqual({ field: 'CS_CSM__r', isDescending: false });
  expect(sortedBy('CS_Effort__c', effort)).toEqual({ field: 'CS_Effort__c', isDescending: false });
});

test('names break ties', () => {
  expect(orderOf({ field: 'CS_ARR__c', isDescending: false })).toEqual({
    CS_ARR__c: { order: 'ASC', nulls: 'LAST' },
    CS_CSM__r: { Name: { order: 'ASC' } },
  });
  expect(orderOf({ field: 'CS_CSM__r', isDescending: true })).toEqual({
    CS_CSM__r: { Name: { order: 'DESC' } },
  });
});

test('the least loaded stands first among those who could take an account, without who has it', () => {
  const csm = (csmId: string, effort: number) => ({ csmId, name: csmId, effort }) as CsmWorkload;
  const found = candidates([csm('A', 30), csm('B', 10.5), csm('C', 20)], 'A');
  expect(found).toEqual([
    { value: 'B', label: 'B (10.5 h)' },
    { value: 'C', label: 'C (20 h)' },
  ]);
});
