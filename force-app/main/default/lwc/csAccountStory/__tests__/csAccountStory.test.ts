import { readStory, storyVariables } from 'c/csAccountStory';
import type { AccountStoryData } from 'c/csAccountStory';
import { alertNode, alertOf } from 'test/alerts';

const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };
const some = (...nodes: object[]) => ({
  ...none,
  edges: nodes.map((node) => ({ node })),
  totalCount: nodes.length,
});
const values = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));

function storyOf(parts: Record<string, unknown>) {
  const query = {
    scores: none,
    answers: none,
    changes: none,
    runs: none,
    steps: none,
    playbooks: none,
    ...parts,
  };
  return readStory({ uiapi: { query } } as unknown as AccountStoryData);
}

describe('the story of an account', () => {
  test('is asked for once there is an account, by every component with the same variables', () => {
    expect(storyVariables(undefined)).toBeUndefined();
    expect(storyVariables('001')).toEqual({ accountId: '001' });
  });

  test('gives each run its own steps, in their order', () => {
    const run = (id: string) => ({
      Id: id,
      ...values({
        Name: 'Rescue',
        CS_Playbook_Version__c: 2,
        CS_Status__c: 'Active',
        CS_Started_On__c: '2026-11-01',
      }),
    });
    const step = (id: string, runId: string, order: number) => ({
      Id: id,
      ...values({
        Name: id,
        CS_Run__c: runId,
        CS_Order__c: order,
        CS_Action__c: 'Call',
        CS_Status__c: 'Open',
      }),
    });
    const { runs } = storyOf({
      runs: some(run('r1'), run('r2')),
      steps: some(step('b', 'r1', 2), step('c', 'r2', 1), step('a', 'r1', 1)),
    });
    expect(runs.items.map(({ id, steps }) => [id, steps.map((each) => each.id)])).toEqual([
      ['r1', ['a', 'b']],
      ['r2', ['c']],
    ]);
  });

  test('reads an answer of which only score and day may be seen', () => {
    const { answers } = storyOf({
      answers: some({ Id: 'n1', ...values({ CS_Score__c: 9, CS_Responded_On__c: '2026-10-02' }) }),
    });
    expect(answers.items).toEqual([
      { id: 'n1', day: '2026-10-02', score: 9, survey: '', comment: '', contactId: null, contact: '' },
    ]);
  });

  test('names who set a score by hand last, and nobody for a calculated one', () => {
    const score = (source: string) => ({
      Id: source,
      ...values({ CS_Score__c: 60, CS_Scored_On__c: '2026-11-01', CS_Source__c: source }),
      LastModifiedBy: { Name: { value: 'Dana Reyes' } },
    });
    const { scores } = storyOf({ scores: some(score('Manual'), score('Calculated')) });
    expect(scores.items.map(({ by }) => by)).toEqual(['Dana Reyes', '']);
  });

  test('tells of escalated cases, and of none to a user who may not read cases', () => {
    const ticket = (id: string, day: string, IsEscalated: boolean) => ({
      Id: id,
      ...values({ CaseNumber: id, IsClosed: false, IsEscalated, CreatedDate: `${day}T08:00:00.000Z` }),
    });
    const tickets = some(
      ticket('c1', '2026-11-01', true),
      ticket('c2', '2026-11-02', false),
      ticket('c3', '2026-11-03', true),
    );
    expect(storyOf({ tickets }).escalations).toEqual([
      { id: 'c3', number: 'c3', subject: '', openedAt: '2026-11-03T08:00:00.000Z' },
      { id: 'c1', number: 'c1', subject: '', openedAt: '2026-11-01T08:00:00.000Z' },
    ]);
    expect(storyOf({}).escalations).toEqual([]);
  });

  test('tells of the band set by hand, of none, and of nothing to who may not read it', () => {
    const node = {
      Id: 'o1',
      ...values({
        CS_Band__c: 'Watch',
        CS_Reason__c: 'The renewal is signed',
        CS_Expires_On__c: '2026-12-22',
        CS_Ended_On__c: null,
        CreatedDate: '2026-11-22T10:00:00.000Z',
      }),
      CreatedBy: { Name: { value: 'Dana Reyes' } },
    };
    expect(storyOf({ overrides: some(node) }).override).toEqual({
      ...{ id: 'o1', band: 'Watch', reason: 'The renewal is signed', by: 'Dana Reyes' },
      ...{ setOn: '2026-11-22', expiresOn: '2026-12-22', endedAt: null },
    });
    expect(storyOf({ overrides: none }).override).toBeNull();
    expect(storyOf({}).override).toBeUndefined();
  });

  test('tells of open alerts, and of none to a user who may not read alerts', () => {
    expect(storyOf({ alerts: some(alertNode({ id: 'al7' })) }).alerts?.items).toEqual([
      alertOf({ id: 'al7' }),
    ]);
    expect(storyOf({}).alerts).toBeNull();
  });

  test('tells where the next page of a kind starts', () => {
    const more = { ...none, pageInfo: { hasNextPage: true, endCursor: 'v1:200' }, totalCount: 350 };
    expect(storyOf({ changes: more }).changes).toEqual({ items: [], nextCursor: 'v1:200', total: 350 });
  });
});
