import { describe, expect, test } from '@jest/globals';
import { fail, type StubAnswer, type StubRequest } from './testing/stub-org.ts';
import { rows, withOrg } from './testing/with-org.ts';

const ACTIONS = '/services/data/v66.0/actions/standard';
const done: StubAnswer = { body: [{ actionName: 'x', errors: null, isSuccess: true, outputValues: null }] };
const refusal = (statusCode: string): StubAnswer => ({
  status: 400,
  body: [{ actionName: 'x', errors: [{ statusCode, message: 'no' }], isSuccess: false, outputValues: null }],
});
const described = (...names: string[]): StubAnswer => ({ body: { inputs: names.map((name) => ({ name })) } });
const inputs = (request: StubRequest | undefined) => JSON.parse(request?.body ?? '{}').inputs as object[];

const BELL = { title: 'At Risk: Acme', body: 'Now At Risk.', target: { recordId: '001A' } };
const MAIL = { subject: 'At Risk: Acme', body: 'Now At Risk.' };

/** An org that knows the type and the address input, and answers what is sent as the test says. */
const answering = (answer: StubAnswer, addresses = 'recipientAddresses') =>
  (({ method, path, query }) => {
    if (method === 'POST') return answer;
    if (path === `${ACTIONS}/emailSimple`) return described(addresses, 'emailSubject', 'emailBody');
    return query.get('q')?.includes('CustomNotificationType') ? rows([{ Id: '0MLA' }]) : undefined;
  }) satisfies (request: StubRequest) => StubAnswer | undefined;

describe('sending through the org', () => {
  test('rings the bell of a user, who is led to the record', async () => {
    await withOrg(answering(done), async ({ sender }, requests) => {
      expect(await sender.sendBell('005A', BELL)).toEqual({ outcome: 'sent' });
      expect(requests.at(-1)?.path).toBe(`${ACTIONS}/customNotificationAction`);
      const told = { title: 'At Risk: Acme', body: 'Now At Risk.', targetId: '001A' };
      expect(inputs(requests.at(-1))).toEqual([
        { customNotifTypeId: '0MLA', recipientIds: ['005A'], ...told },
      ]);
    });
  });

  test('leads to a tab by a page reference, and asks for the type once', async () => {
    await withOrg(answering(done), async ({ sender }, requests) => {
      for (const tab of ['CS_Alerts', 'CS_Alerts'])
        await sender.sendBell('005A', { ...BELL, target: { tab } });
      const page = { type: 'standard__navItemPage', attributes: { apiName: 'CS_Alerts' } };
      expect(inputs(requests.at(-1))).toMatchObject([{ targetPageRef: JSON.stringify(page) }]);
      expect(requests.filter(({ query }) => query.get('q')?.includes('CustomNotificationType'))).toHaveLength(
        1,
      );
    });
  });

  test.each(['recipientAddresses', 'emailAddresses'])(
    'writes an email by the input %s, as the org calls it',
    async (name) => {
      await withOrg(answering(done, name), async ({ sender }, requests) => {
        expect(await sender.sendEmail('dana@example.com', MAIL)).toEqual({ outcome: 'sent' });
        expect(inputs(requests.at(-1))).toEqual([
          { [name]: 'dana@example.com', emailSubject: 'At Risk: Acme', emailBody: 'Now At Risk.' },
        ]);
      });
    },
  );

  test.each<[string, StubAnswer, object]>([
    ['a limit is tried again later', refusal('LIMIT_EXCEEDED'), { outcome: 'refused', retry: true }],
    ['a busy org too', fail(503, 'SERVER_UNAVAILABLE'), { outcome: 'refused', retry: true }],
    ['a wrong id is refused for good', refusal('INVALID_ID_FIELD'), { outcome: 'refused', retry: false }],
    ['a missing right too', fail(403, 'INSUFFICIENT_ACCESS'), { outcome: 'refused', retry: false }],
    ['a server that broke down may have sent', { status: 500, body: 'oops' }, { outcome: 'unknown' }],
    ['an answer that makes no sense as well', { body: { what: 'ever' } }, { outcome: 'unknown' }],
  ])('%s', async (_, answer, outcome) => {
    await withOrg(answering(answer), async ({ sender }) => {
      expect(await sender.sendBell('005A', BELL)).toMatchObject(outcome);
    });
  });

  test('sends nothing in an org without the notification type, and says what to do', async () => {
    await withOrg(
      () => rows([]),
      async ({ sender }, requests) => {
        expect(await sender.sendBell('005A', BELL)).toMatchObject({
          ...{ outcome: 'refused', retry: true, error: expect.stringContaining('deploy force-app') },
        });
        expect(requests.filter(({ path }) => path.includes('/actions/'))).toEqual([]);
      },
    );
  });
});

describe('alert rules of the org', () => {
  const rule = {
    ...{ Id: 'a0RA', Name: 'Mine', CS_Type__c: 'Renewal', CS_Severity__c: 'High', CS_Recipient__c: 'CSM' },
    ...{ CS_Threshold__c: 45, CS_Delivery__c: 'Daily Digest', CS_Bell__c: true, CS_Email__c: false },
    ...{ CS_Quiet_From__c: 20, CS_Quiet_To__c: 7, CS_Escalate_After_Days__c: null, CS_Rationale__c: null },
  };

  test('are read as they were set', async () => {
    await withOrg(
      () => rows([rule, { ...rule, Id: 'a0RB', CS_Delivery__c: 'At Once', CS_Quiet_To__c: null }]),
      async ({ reader }) => {
        const { rules, problems } = await reader.readAlertRules();
        expect(rules).toMatchObject([
          { ruleId: 'a0RA', threshold: 45, digest: true, quiet: { from: 20, to: 7 } },
          { ruleId: 'a0RB', digest: false, quiet: null },
        ]);
        expect(problems).toEqual([]);
      },
    );
  });

  test.each([
    [{ CS_Quiet_From__c: 24 }, 'CS_Quiet_From__c: expected an hour from 0 to 23'],
    [{ CS_Threshold__c: -1 }, 'CS_Threshold__c: expected 0 or more'],
    [{ CS_Escalate_After_Days__c: 0 }, 'CS_Escalate_After_Days__c: expected 1 day or more'],
  ])('that make no sense are left out, and it is told what is wrong: %j', async (wrong, problem) => {
    await withOrg(
      () => rows([{ ...rule, ...wrong }]),
      async ({ reader }) => {
        expect(await reader.readAlertRules()).toEqual({
          ...{ rules: [], problems: [`CS_Alert_Rule__c "Mine" (a0RA): ${problem}`] },
        });
      },
    );
  });

  test('name owners who are users, and leave queues out', async () => {
    const owners = [
      { Id: '00T1', OwnerId: '005A' },
      { Id: '00T2', OwnerId: '00GA' },
    ];
    await withOrg(
      () => rows(owners),
      async ({ reader }) => {
        expect(await reader.readRecordOwners(['00T1', '00T2', '001A'])).toEqual(new Map([['00T1', '005A']]));
      },
    );
  });
});
