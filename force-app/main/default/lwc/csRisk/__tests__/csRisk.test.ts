import CsRisk from 'c/csRisk';
import type { GraphQlResult } from 'lightning/graphql';
import { ACCOUNT_ID, accountOf } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire, recordWire } from 'test/wires';
import { AT_RISK } from './explanations';

const renderIt = () => render('c-cs-risk', CsRisk, { recordId: ACCOUNT_ID, timeoutSeconds: 30 });

async function renderWith(fields: Record<string, unknown>): Promise<Rendered> {
  const element = await renderIt();
  recordWire.emit(accountOf(fields));
  await settle();
  return element;
}

const OVERRIDE = {
  Id: 'a12000000000001AAA',
  CS_Band__c: { value: 'Watch' },
  CS_Reason__c: { value: 'The renewal is signed' },
  CS_Expires_On__c: { value: '2026-12-22' },
  CS_Ended_On__c: { value: null },
  CreatedDate: { value: '2026-11-22T10:00:00.000Z' },
  CreatedBy: { Name: { value: 'Dana Reyes' } },
};

async function emitStory(overrides: object[]): Promise<void> {
  const pageOf = (nodes: object[]) => ({
    edges: nodes.map((node) => ({ node })),
    pageInfo: { hasNextPage: false, endCursor: null },
    totalCount: nodes.length,
  });
  const none = pageOf([]);
  const lists = { scores: none, answers: none, changes: none, runs: none, steps: none, playbooks: none };
  const data = { uiapi: { query: { ...lists, overrides: pageOf(overrides) } } };
  graphqlWire.emit({ data, errors: undefined } as unknown as GraphQlResult);
  await settle();
}

const scored = (explanation: unknown) => ({
  CS_Risk_Explanation__c: JSON.stringify(explanation),
  CS_Risk_Reason__c: 'Six cases are open and the renewal is near.',
});

describe('c-cs-risk', () => {
  test('reads the account of the page', async () => {
    await renderIt();
    expect(recordWire.getLastConfig()).toMatchObject({ recordId: ACCOUNT_ID });
  });

  test('reads of the family with the rest of the account, and shows it below', async () => {
    const element = await renderIt();
    const { optionalFields } = recordWire.getLastConfig() as { optionalFields: { fieldApiName: string }[] };
    expect(optionalFields.map(({ fieldApiName }) => fieldApiName)).toEqual(
      expect.arrayContaining(['CS_Family_Risk__c', 'CS_Family_Driver__r.Name']),
    );
    recordWire.emit(accountOf({ ...scored(AT_RISK), CS_Family_Accounts__c: 4 }));
    await settle();
    const { account } = find(element, 'c-cs-risk-family') as unknown as { account: { id: string } };
    expect(account.id).toBe(ACCOUNT_ID);
  });

  test('keeps its place while it loads', async () => {
    const element = await renderIt();
    expect(findAll(element, '.card-stencil lightning-spinner')).toHaveLength(1);
    expect(findAll(element, 'c-cs-recalculate')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('shows score, band, reason, contributions, changes, help and what is not measured', async () => {
    const element = await renderWith(scored(AT_RISK));
    expect(find(element, '.score').textContent).toContain('Risk score 72 of 100, higher is worse');
    expect(find(element, 'c-cs-risk-band').band).toBe('At Risk');
    expect(findAll(element, 'c-cs-risk-contribution')).toHaveLength(3);
    const text = textOf(element);
    expect(text).toContain('Six cases are open and the renewal is near.');
    expect(find(element, 'c-cs-risk-gauge').gauge).toMatchObject({ score: 72, atRiskFrom: 70 });
    expect(findAll(element, 'c-cs-risk-change')).toHaveLength(2);
    expect(text).toContain('What changed since Nov 21, 2026');
    expect(text).toContain('A touchpoint today would move the band to Watch (58).');
    expect(text).toContain('Closing case 00001234 would move the band to Watch (51).');
    expect(text).toContain('Adoption (would weigh 25%): No usage has been recorded');
    expect(find(element, 'c-cs-record-link')).toMatchObject({
      objectApiName: 'CS_Scoring_Config__c',
      recordId: 'a0X000000000001AAA',
      label: 'starter-1 (a1b2c3d4e5f6)',
    });
    expect(find(element, 'c-cs-recalculate')).toMatchObject({ recordId: ACCOUNT_ID, timeoutSeconds: 30 });
    await expect(element).toBeAccessible();
  });

  test('shows the new score when the account changes', async () => {
    const element = await renderWith(scored(AT_RISK));
    recordWire.emit(accountOf(scored({ ...AT_RISK, score: 58, band: 'Watch' })));
    await settle();
    expect(find(element, '.score').textContent).toContain('58');
    expect(find(element, 'c-cs-risk-band').band).toBe('Watch');
  });

  describe('beside the score', () => {
    beforeEach(() =>
      jest.useFakeTimers({
        now: new Date('2026-11-26T12:00:00Z'),
        doNotFake: ['queueMicrotask', 'nextTick'],
      }),
    );
    afterEach(() => jest.useRealTimers());

    test('hands on the band set by hand, and shows what the rules say in everything else', async () => {
      const override = {
        band: 'Watch',
        calculated: 'At Risk',
        by: 'Dana Reyes',
        reason: 'The renewal is signed',
        setOn: '2026-11-22',
        expiresOn: '2026-12-22',
        recordId: OVERRIDE.Id,
      };
      const element = await renderWith(scored({ ...AT_RISK, band: 'Watch', override }));
      await emitStory([OVERRIDE]);
      expect(find(element, 'c-cs-risk-band').band).toBe('Watch');
      expect(find(element, 'c-cs-risk-gauge').gauge).toMatchObject({ band: 'At Risk' });
      expect(find(element, 'c-cs-risk-override')).toMatchObject({
        last: { id: OVERRIDE.Id, band: 'Watch', by: 'Dana Reyes', expiresOn: '2026-12-22', endedAt: null },
        calculated: { band: 'At Risk', score: 72, shownId: OVERRIDE.Id },
      });
      expect(findAll(element, '[data-id="stale"]')).toHaveLength(0);
    });

    test('says that a score is older than it counts for once the companion has not run for four days', async () => {
      const scoredOn = (day: string) => ({
        ...scored(AT_RISK),
        CS_Risk_Scored_At__c: `${day}T09:00:00.000Z`,
      });
      const element = await renderWith(scoredOn('2026-11-23'));
      expect(findAll(element, '[data-id="stale"]')).toHaveLength(0);
      recordWire.emit(accountOf(scoredOn('2026-11-22')));
      await settle();
      expect(find(element, '[data-id="stale"]').textContent).toContain(
        'Last scored 4 days ago: the companion has not run since Nov 22, 2026.',
      );
    });

    test('asks for a new score when the band was changed by hand', async () => {
      const element = await renderWith(scored(AT_RISK));
      const start = jest.fn(() => Promise.resolve());
      Object.defineProperty(find(element, 'c-cs-recalculate'), 'start', { value: start });
      find(element, 'c-cs-risk-override').dispatchEvent(new CustomEvent('changed'));
      await settle();
      expect(start).toHaveBeenCalledTimes(1);
    });
  });

  test('leaves out the headings of what there is none of', async () => {
    const element = await renderWith(
      scored({ ...AT_RISK, score: 0, band: 'Healthy', contributions: [], changes: [], missing: [] }),
    );
    expect(findAll(element, 'h3').map((heading) => heading.textContent)).toEqual([
      'What adds up to the score',
    ]);
    expect(textOf(element)).toContain('Nothing speaks for a risk today.');
  });

  test('shows what an older companion wrote, without what it did not say', async () => {
    const unsaid = { limits: undefined, held: undefined, alternatives: undefined, tipping: undefined };
    const older = { ...AT_RISK, ...unsaid };
    const element = await renderWith(
      scored({ ...older, config: { version: 'starter-1', hash: 'a1b2c3d4e5f6' } }),
    );
    expect(findAll(element, 'c-cs-risk-gauge')).toHaveLength(0);
    expect(findAll(element, 'c-cs-record-link')).toHaveLength(0);
    expect(textOf(element)).toContain('starter-1 (a1b2c3d4e5f6)');
    await expect(element).toBeAccessible();
  });

  test('explains an account that was never scored and offers to score it', async () => {
    const element = await renderWith({ CS_Risk_Explanation__c: null, CS_Risk_Reason__c: null });
    expect(textOf(element)).toContain('This account has no risk score yet.');
    expect(findAll(element, 'c-cs-recalculate')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('tells a user without access whom to ask, and offers nothing that would fail', async () => {
    const element = await renderWith({});
    expect(textOf(element)).toContain('Ask an admin for the permission set Customer Success User.');
    expect(findAll(element, 'c-cs-recalculate')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('names an explanation that it cannot read and offers a new one', async () => {
    const element = await renderWith(scored({ v: 2 }));
    expect(find(element, 'c-cs-error-panel').errors).toContain('version 2');
    expect(findAll(element, 'c-cs-recalculate')).toHaveLength(1);
  });

  test('shows why the account could not be loaded', async () => {
    const element = await renderIt();
    recordWire.error({ message: 'The record is gone' });
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('The risk score could not be loaded');
    expect(findAll(element, '.card-stencil')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
