import { executeMutation } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import CsTuneAlerts from 'c/csTuneAlerts';
import type { AlertRule } from 'c/csTuneAlertsForm';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';

const mutate = executeMutation as unknown as jest.Mock;
const objectInfo = getObjectInfo as unknown as { emit(data: object): void };
const refresh = jest.fn(() => Promise.resolve());

const ruleNode = (id: string, name: string, more: Record<string, unknown> = {}) => ({
  node: {
    Id: id,
    ...Object.fromEntries(
      Object.entries({
        Name: name,
        LastModifiedDate: '2026-11-20T08:00:00.000Z',
        CS_Type__c: 'Renewal',
        CS_Active__c: true,
        CS_Severity__c: 'High',
        CS_Recipient__c: 'CSM',
        CS_Threshold__c: 60,
        CS_Delivery__c: 'At Once',
        CS_Bell__c: true,
        CS_Email__c: true,
        CS_Quiet_From__c: 20,
        CS_Quiet_To__c: 7,
        CS_Escalate_After_Days__c: 3,
        CS_Rationale__c: 'What a negotiation takes',
        ...more,
      }).map(([field, value]) => [field, { value }]),
    ),
  },
});
const CHANGE = {
  node: {
    Id: 'a0X1',
    CreatedDate: { value: '2026-11-21T08:00:00.000Z' },
    CreatedBy: { Name: { value: 'Omar Haddad' } },
    CS_Subject__c: { value: 'Renewal near' },
    CS_What__c: { value: 'Threshold: 90 → 60' },
    CS_Reason__c: { value: 'Too early' },
  },
};
const answerOf = (rules: object[], changes: object[] = []) => ({
  uiapi: { query: { rules: { edges: rules }, changes: { edges: changes } } },
});
const RULES = answerOf(
  [
    ruleNode('a0R1', 'Became at risk', { CS_Active__c: false, CS_Type__c: 'At Risk', CS_Threshold__c: null }),
    ruleNode('a0R2', 'Renewal near'),
  ],
  [CHANGE],
);

async function renderWith(data: object = RULES, updateable = true): Promise<Rendered> {
  const element = await render('c-cs-tune-alerts', CsTuneAlerts);
  graphqlWire.emit({ data, refresh }, forQuery('alertRules'));
  await settle();
  objectInfo.emit({ updateable });
  await settle();
  return element;
}

async function open(element: Rendered): Promise<Rendered> {
  find(element, 'tr[data-rule="Renewal near"] lightning-button-icon').click();
  await settle();
  return find(element, 'c-cs-tune-alerts-form');
}

async function save(element: Rendered, changes: Partial<AlertRule>): Promise<void> {
  const form = await open(element);
  const detail = { rule: { ...(form.rule as AlertRule), ...changes }, reason: 'Too many' };
  form.dispatchEvent(new CustomEvent('save', { detail }));
  await settle();
}

beforeEach(() => {
  mutate.mockResolvedValue({ data: { uiapi: { rule: {}, log: {} } } });
});

describe('c-cs-tune-alerts', () => {
  test('shows every rule, those in force first, and what was changed last', async () => {
    const element = await renderWith();
    const rows = findAll(element, 'table[aria-label="Alert rules"] tbody tr').map(
      ({ textContent }) => textContent,
    );
    expect(rows[0]).toContain('60 days before');
    expect(rows[0]).toContain('CSM, at once, by bell and email');
    expect(rows[0]).toContain('20:00–07:00');
    expect(rows[1]).toContain('Off');
    const log = find(element, 'table[aria-label="Changes of alert rules"] tbody').textContent;
    for (const part of ['Omar Haddad', 'Renewal near', 'Threshold: 90 → 60', 'Too early'])
      expect(log).toContain(part);
    await expect(element).toBeAccessible();
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-tune-alerts', CsTuneAlerts);
    expect(findAll(element, '.stencil lightning-spinner')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('says that there are no rules', async () => {
    const element = await renderWith(answerOf([]));
    expect(findAll(element, '[data-id="empty"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('says what could not be loaded', async () => {
    const element = await render('c-cs-tune-alerts', CsTuneAlerts);
    graphqlWire.emit({ errors: [{ message: 'The org is busy' }] }, forQuery('alertRules'));
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'The org is busy' }]);
  });

  test('tells who may not change rules whom to ask', async () => {
    const element = await renderWith(RULES, false);
    expect(find(element, '[data-id="no-access"]').textContent).toContain('Customer Success Admin');
    expect(findAll(element, 'table')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('changes a rule and says so in the log, in one transaction', async () => {
    const element = await renderWith();
    await save(element, { isActive: false, threshold: 90 });
    expect(mutate.mock.lastCall[0].variables).toEqual({
      rule: { Id: 'a0R2', CS_Alert_Rule__c: { CS_Active__c: false, CS_Threshold__c: 90 } },
      log: {
        CS_Setup_Change__c: {
          CS_Area__c: 'Alerts',
          CS_Subject__c: 'Renewal near',
          CS_What__c: 'Active: on → off\nThreshold: 60 → 90',
          CS_Reason__c: 'Too many',
          CS_Record_Id__c: 'a0R2',
        },
      },
    });
    expect(findAll(element, 'c-cs-tune-alerts-form')).toHaveLength(0);
  });

  test('keeps the form open and says why when the org refuses it', async () => {
    mutate.mockResolvedValueOnce({
      data: {},
      errors: [{ message: 'Threshold is too large', paths: ['rule'] }],
    });
    const element = await renderWith();
    await save(element, { threshold: 90 });
    expect(String(find(element, 'c-cs-tune-alerts-form').errors)).toContain('Threshold is too large');
  });

  test('does not write over what someone else changed meanwhile', async () => {
    const element = await renderWith();
    const other = answerOf([
      ruleNode('a0R2', 'Renewal near', { LastModifiedDate: '2026-11-22T08:00:00.000Z' }),
    ]);
    refresh.mockImplementationOnce(async () =>
      graphqlWire.emit({ data: other, refresh }, forQuery('alertRules')),
    );
    await save(element, { threshold: 90 });
    expect(mutate).not.toHaveBeenCalled();
    expect(String(find(element, 'c-cs-tune-alerts-form').errors)).toContain('Someone else has changed');
  });
});
