import { describe, expect, test } from '@jest/globals';
import { rows, saved, withOrg } from './testing/with-org.ts';

const step = (name: string, order: number) => ({
  CS_Playbook__c: 'a0P',
  Name: name,
  CS_Order__c: order,
  CS_Instructions__c: null,
  CS_Action__c: 'Call',
  CS_Due_In_Days__c: order,
  SystemModstamp: '2026-11-01T08:00:00.000+0000',
});
const change = (type: string, at: string) => ({
  CS_Account__c: '001A',
  CS_Type__c: type,
  CS_Changed_On__c: at,
});
const account = {
  Id: '001A',
  OwnerId: '005A',
  CS_Manager__c: null,
  CS_Status__c: 'Active',
  CS_Risk_Band__c: 'At Risk',
  CS_Usage_Down__c: false,
  CS_Renewal_Date__c: null,
  CS_NPS_Score__c: null,
  CS_NPS_Date__c: null,
};

const record = (key: string) => ({ key, parentId: '001A', fields: { Name: 'Call' } });

describe('playbooks in the org', () => {
  test('hangs a step below its run by the key of the run', async () => {
    await withOrg(
      () => saved(null),
      async ({ writer }, requests) => {
        const fields = { Name: 'Call', CS_Order__c: 2 };
        await writer.write('CS_Playbook_Run_Step__c', [
          { key: '001A:a0P:band:first:2', parentId: '001A', fields },
        ]);
        const { method, body } = requests.at(-1) ?? {};
        expect(method).toBe('POST');
        expect(JSON.parse(body ?? '').records).toEqual([
          {
            attributes: { type: 'CS_Playbook_Run_Step__c' },
            CS_Key__c: '001A:a0P:band:first:2',
            CS_Run__r: { CS_Key__c: '001A:a0P:band:first' },
            ...fields,
          },
        ]);
      },
    );
  });

  test('leaves a step alone that is there: a person may have ticked it since', async () => {
    await withOrg(
      () => saved('DUPLICATE_VALUE'),
      async ({ writer }, requests) => {
        const results = await writer.write('CS_Playbook_Run_Step__c', [record('001A:a0P:band:first:1')]);
        expect(results).toEqual([{ key: '001A:a0P:band:first:1', outcome: 'written' }]);
        expect(requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
      },
    );
  });

  test('tries a step again whose run is not there yet', async () => {
    const error = {
      statusCode: 'INVALID_FIELD',
      message: 'Foreign key external ID: x not found',
      fields: [],
    };
    await withOrg(
      () => ({ body: [{ success: false, errors: [error] }] }),
      async ({ writer }) => {
        const [result] = await writer.write('CS_Playbook_Run_Step__c', [record('a:1')]);
        expect(result).toMatchObject({ outcome: 'refused', retry: true });
      },
    );
  });

  test('sets the status of many runs in collections of 200', async () => {
    await withOrg(
      ({ body }) => saved(...(JSON.parse(body ?? '') as { records: object[] }).records.map(() => null)),
      async ({ writer }, requests) => {
        const ids = Array.from({ length: 201 }, (_, index) => `a0R${index}`);
        await writer.setRunStatus(ids, 'Completed', '2026-11-22');
        const sent = requests.filter(({ method }) => method === 'PATCH').map(({ body }) => JSON.parse(body));
        expect(sent.map(({ records }) => records.length)).toEqual([200, 1]);
        expect(sent[1].records[0]).toEqual({
          attributes: { type: 'CS_Playbook_Run__c' },
          id: 'a0R200',
          CS_Status__c: 'Completed',
          CS_Completed_On__c: '2026-11-22',
        });
      },
    );
  });

  test('asks once when no playbook starts by itself, and reads the book when one does', async () => {
    const playbook = { Id: 'a0P', Name: 'Rescue', CS_Version__c: 2, CS_Trigger__c: 'Risk Band' };
    const trigger = {
      ...{ CS_Trigger_Band__c: 'At Risk', CS_Trigger_Days__c: null },
      SystemModstamp: '2026-11-02T08:00:00.000+0000',
    };
    const answers: Record<string, object[]> = {
      CS_Playbook__c: [{ ...playbook, ...trigger }],
      CS_Playbook_Step__c: [step('Second', 2), step('First', 1)],
      CS_Playbook_Run__c: [
        {
          CS_Account__c: '001A',
          CS_Playbook__c: 'a0P',
          CS_Key__c: null,
          CS_Status__c: 'Stopped',
          CS_Started_On__c: '2026-10-01',
        },
      ],
      Account: [account],
      CS_Account_Change__c: [
        change('Risk Band', '2026-11-01T08:00:00.000+0000'),
        change('Risk Band', '2026-11-20T08:00:00.000+0000'),
      ],
    };
    await withOrg(
      ({ query }) => rows(answers[/FROM (\w+)/.exec(query.get('q') ?? '')?.[1] ?? ''] ?? []),
      async ({ reader }, requests) => {
        expect(await reader.readPlaybooks()).toMatchObject({
          rules: [{ playbookId: 'a0P', version: 2, steps: [{ name: 'First' }, { name: 'Second' }] }],
          accounts: [{ accountId: '001A', band: 'At Risk', bandSince: '2026-11-20', usageSince: null }],
          runs: [{ accountId: '001A', active: false, startedOn: '2026-10-01' }],
        });
        // Of some accounts, as long as the playbook is as it was.
        const queriesOf = async (since: string) => {
          const from = requests.length;
          await reader.readPlaybooks({ accountIds: ['001A'], since });
          return requests.slice(from).map(({ query }) => query.get('q') ?? '');
        };
        const [, , ...ofOne] = await queriesOf('2026-11-03T00:00:00.000Z');
        expect(ofOne.map((soql) => / IN \('001A'\)/.test(soql))).toEqual([true, true, true]);
        const [, , ...ofAll] = await queriesOf('2026-11-02T00:00:00.000Z');
        expect(ofAll.map((soql) => soql.includes('001A'))).toEqual([false, false, false]);
        answers['CS_Playbook__c'] = [];
        const before = requests.length;
        expect(await reader.readPlaybooks()).toEqual({ rules: [], accounts: [], runs: [] });
        expect(requests).toHaveLength(before + 1);
      },
    );
  });
});
