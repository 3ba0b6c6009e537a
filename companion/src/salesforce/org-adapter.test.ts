import { describe, expect, test } from '@jest/globals';
import { fail, type StubAnswer } from './testing/stub-org.ts';
import { rows, saved, withOrg } from './testing/with-org.ts';

const request = (Id: string) => ({ Id, CS_Type__c: 'Recalculate', CS_Account__c: null, CS_Payload__c: null });
const record = (key: string) => ({ key, parentId: '001A', fields: { CS_Score__c: 44 } });

describe('the org adapter', () => {
  test('knows which org it is', async () => {
    const org = await withOrg(
      () => undefined,
      async (connected) => connected.org,
    );
    expect(org).toMatchObject({ orgId: '00D000000000001AAA', name: 'Acme' });
  });

  test('logs in again when its session has expired', async () => {
    await withOrg(
      ({ token }) => (token === 'token-1' ? fail(401, 'INVALID_SESSION_ID') : rows([request('a0A')])),
      async ({ reader }, requests) => {
        expect(await reader.findOpenRequests()).toMatchObject([{ id: 'a0A' }]);
        expect(requests.at(-1)?.token).toBe('token-2');
      },
    );
  });

  test('follows a result over its pages', async () => {
    const next = '/services/data/v66.0/query/01g-2000';
    await withOrg(
      ({ path }) => (path === next ? rows([request('a0B')]) : rows([request('a0A')], next)),
      async ({ reader }) => {
        expect(await reader.findOpenRequests()).toMatchObject([{ id: 'a0A' }, { id: 'a0B' }]);
      },
    );
  });

  test('says what to do when the org lacks the objects', async () => {
    await withOrg(
      () =>
        fail(400, 'INVALID_TYPE', "SELECT Id\n^\nsObject type 'CS_Request__c' is not supported. Try again."),
      async ({ reader }) => {
        await expect(reader.checkObjects()).rejects.toThrow(
          /lacks what the companion works on.*sObject type 'CS_Request__c' is not supported\. Deploy force-app first \(npm run deploy/,
        );
      },
    );
  });

  test('tells a deletion log that no longer reaches back from a failure', async () => {
    const since = '2026-10-01T00:00:00.000Z';
    const find = (answer: StubAnswer) =>
      withOrg(
        () => answer,
        ({ reader }) => reader.findDeleted('Case', since, '2026-11-22T09:00:00.000Z'),
      );
    expect(await find(fail(400, 'INVALID_REPLICATION_DATE'))).toEqual({ known: false });
    await expect(find(fail(403, 'INSUFFICIENT_ACCESS'))).rejects.toThrow(/answered INSUFFICIENT_ACCESS: no/);
    const body = { deletedRecords: [{ id: '500A' }], latestDateCovered: '2026-11-22T08:59:00.000+0000' };
    expect(await find({ body })).toEqual({
      known: true,
      recordIds: ['500A'],
      coveredTo: '2026-11-22T08:59:00.000Z',
    });
  });

  test('reads the active scoring configuration with its values, or says what is wrong with them', async () => {
    const factor = (Name: string, CS_Setting__c: string, CS_Value__c: number) => ({
      Name,
      CS_Factor__c: 'Bands',
      CS_Setting__c,
      CS_Tier__c: null,
      CS_Value__c,
      CS_Rationale__c: null,
    });
    const config = { Id: 'a0X1', Name: 'Ours', CS_Version__c: 'ours-1', CS_Roll_Up__c: 'Off' };
    const read = (configs: object[], factors: object[]) =>
      withOrg(
        ({ query }) => rows(query.get('q')?.includes('FROM CS_Scoring_Config__c') ? configs : factors),
        ({ reader }) => reader.readScoringConfig(),
      );
    expect(await read([], [])).toEqual({ kind: 'none' });
    expect(await read([config], [factor('RF-1', 'margin', 3)])).toMatchObject({
      kind: 'read',
      recordId: 'a0X1',
      config: { version: 'ours-1', bands: { margin: { value: 3, reason: '' }, watchFrom: { value: 40 } } },
    });
    expect(await read([{ ...config, CS_Roll_Up__c: 'Worst Child' }], [])).toMatchObject({
      config: { rollUp: { value: 'Worst Child' } },
    });
    expect(await read([config], [factor('RF-1', 'margin', 30), factor('RF-2', 'watchfrom', 3)])).toEqual({
      kind: 'invalid',
      problem:
        'CS_Scoring_Config__c "Ours" (a0X1): CS_Risk_Factor__c RF-1 sets Bands margin to 30; expected a number from 0 ' +
        'to 20; CS_Risk_Factor__c RF-2 sets "watchfrom" of Bands; expected one of watchFrom, atRiskFrom, margin, ' +
        'validDays',
    });
  });

  test('finds the account of a playbook step through its run', async () => {
    const step = (Id: string, account: string | null) => ({
      Id,
      SystemModstamp: '2026-11-22T09:00:00.000+0000',
      CS_Run__r: account === null ? null : { CS_Account__c: account },
    });
    const found = await withOrg(
      () => rows([step('a11A', '001A'), step('a11B', null)]),
      ({ reader }) => reader.findChanged('CS_Playbook_Run_Step__c', '2026-11-22T08:00:00.000Z'),
    );
    expect(found).toMatchObject({ accountIds: ['001A'], recordIds: ['a11A', 'a11B'] });
  });

  test('reads the books of a day: accounts, overdue tasks, and whose workload is there already', async () => {
    const account = {
      Id: '001A',
      OwnerId: '005A',
      CS_Manager__c: null,
      CS_Tier__c: 'Growth',
      CS_Cadence_Days__c: null,
      // As an admin tuned it for the tier.
      CS_Tier_Cadence__c: 20,
      CS_Risk_Band__c: 'At Risk',
      CS_Touch_Due__c: '2026-11-20',
      CS_Renewal_Date__c: null,
      CS_ARR__c: 1000,
    };
    await withOrg(
      ({ query }) => {
        const soql = query.get('q') ?? '';
        if (soql.includes('FROM Account')) return rows([account]);
        if (soql.includes('FROM Task')) return rows([{ OwnerId: '005A', overdue: 2 }]);
        return rows([{ CS_CSM__c: '005B' }]);
      },
      async ({ reader }, requests) => {
        expect(await reader.readBooks('2026-11-22')).toEqual({
          accounts: [
            {
              accountId: '001A',
              ownerId: '005A',
              managerId: null,
              tier: 'Growth',
              cadenceDays: 20,
              riskBand: 'At Risk',
              touchDue: '2026-11-20',
              renewalDate: null,
              arr: 1000,
            },
          ],
          overdueTasks: new Map([['005A', 2]]),
        });
        const { recordedCsmIds } = await reader.readTasksOfCsms('2026-11-22');
        expect(recordedCsmIds).toEqual(['005B']);
        expect(requests.map(({ query }) => query.get('q')).join()).toContain('ActivityDate < 2026-11-22');
      },
    );
  });

  test('reads what exactly a user asks for, and answers with a result beside the message', async () => {
    const request = { Id: 'a01', CS_Type__c: 'Preview', CS_Account__c: null, CS_Payload__c: '{"values":[]}' };
    await withOrg(
      ({ query }) => (query.get('q') ? rows([request]) : saved(null)),
      async ({ reader, writer }, requests) => {
        expect(await reader.findOpenRequests()).toEqual([
          { id: 'a01', type: 'Preview', accountId: null, payload: '{"values":[]}' },
        ]);
        await writer.setRequest('a01', 'Done', 'Nothing moves.', { v: 1, changed: 0 });
        await writer.setRequest('a01', 'Failed', 'No.');
        const written = requests
          .slice(-2)
          .map(({ body }) => (JSON.parse(body) as { records: [object] }).records[0]);
        expect(written[0]).toMatchObject({ CS_Status__c: 'Done', CS_Result__c: '{"v":1,"changed":0}' });
        expect(written[1]).not.toHaveProperty('CS_Result__c');
      },
    );
  });

  test('writes a workload by its key, which names no parent', async () => {
    await withOrg(
      () => saved(null),
      async ({ writer }, requests) => {
        const fields = { CS_CSM__c: '005A', CS_Accounts__c: 3 };
        await writer.write('CS_Workload__c', [{ key: '005A:2026-11-22', parentId: '005A', fields }]);
        const { method, path, body } = requests.at(-1) ?? {};
        expect([method, path]).toEqual([
          'PATCH',
          '/services/data/v66.0/composite/sobjects/CS_Workload__c/CS_Key__c',
        ]);
        expect(JSON.parse(body ?? '')).toMatchObject({
          records: [{ CS_Key__c: '005A:2026-11-22', CS_CSM__c: '005A', CS_Accounts__c: 3 }],
        });
      },
    );
  });

  test('keeps the errors of single records apart from what was written', async () => {
    await withOrg(
      () => saved(null, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'ENTITY_IS_DELETED'),
      async ({ writer }) => {
        expect(await writer.write('Account', ['1', '2', '3'].map(record))).toEqual([
          { key: '1', outcome: 'written' },
          { key: '2', outcome: 'refused', retry: false, error: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: no' },
          { key: '3', outcome: 'gone' },
        ]);
      },
    );
  });

  test('sends a record again that met a locked row, and only that one', async () => {
    const answers = [saved(null, 'UNABLE_TO_LOCK_ROW'), saved(null)];
    await withOrg(
      () => answers.shift(),
      async ({ writer, waits }, requests) => {
        const results = await writer.write('Account', ['1', '2'].map(record));
        expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
        expect(requests.at(-1)?.body).not.toContain('"id":"1"');
        expect(waits).toEqual([500]);
      },
    );
  });

  test('waits longer each time while the org is busy, and gives up after four tries', async () => {
    await withOrg(
      () => fail(503, 'SERVER_UNAVAILABLE'),
      async ({ writer, waits }) => {
        await expect(writer.write('Account', [record('1')])).rejects.toThrow(/answered SERVER_UNAVAILABLE/);
        expect(waits).toEqual([500, 1000, 2000]);
      },
    );
  });

  test('updates a health score that is there already, without naming its account again', async () => {
    await withOrg(
      ({ method }) => (method === 'POST' ? saved('DUPLICATE_VALUE') : saved(null)),
      async ({ writer }, requests) => {
        expect(await writer.write('CS_Health_Score__c', [record('key')])).toEqual([
          { key: 'key', outcome: 'written' },
        ]);
        const [created, updated] = requests.slice(-2);
        expect(created?.body).toContain('"CS_Account__c":"001A"');
        expect(updated?.path).toBe('/services/data/v66.0/composite/sobjects/CS_Health_Score__c/CS_Key__c');
        expect(updated?.body).not.toContain('CS_Account__c');
      },
    );
  });
});
