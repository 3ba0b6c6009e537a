import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createOrg } from '../../create-org.ts';
import type { Org } from '../../org.ts';
import { readRecords } from './read-records.ts';

let org: Org;
let caseId: string;

beforeAll(() => {
  org = createOrg();
  const admin = org.userById(org.adminId);
  caseId = org.records.create(admin, 'Case', { Subject: 'Export fails' }).id;
  org.records.create(admin, 'Task', { Subject: 'Ask support', WhatId: caseId });
});

afterAll(() => org.close());

const run = (soql: string) => org.queries.soql(org.userById(org.adminId), soql).records;

test('what a task is about is named as its own object names it: a case by its number', () => {
  const [about] = run(`SELECT CaseNumber FROM Case WHERE Id = '${caseId}'`);
  const number = String(about?.['CaseNumber']);
  expect(run(`SELECT What.Name FROM Task WHERE What.Name = '${number}'`)).toMatchObject([
    { What: { attributes: { type: 'Case' }, Name: number } },
  ]);

  const [task] = readRecords(
    org,
    org.userById(org.adminId),
    org.schema.object('Task')!,
    [['WhatId'], ['What', 'Name']],
    {},
  );
  expect(task?.fields['What']?.displayValue).toBe(number);
  expect(task?.fields['WhatId']?.value).toBe(caseId);
});
