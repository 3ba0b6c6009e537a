import CsRisk from 'c/csRisk';
import { ACCOUNT_ID, accountOf } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { recordWire } from 'test/wires';
import { AT_RISK } from './explanations';

const renderIt = () => render('c-cs-risk', CsRisk, { recordId: ACCOUNT_ID, timeoutSeconds: 30 });

async function renderWith(fields: Record<string, unknown>): Promise<Rendered> {
  const element = await renderIt();
  recordWire.emit(accountOf(fields));
  await settle();
  return element;
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
