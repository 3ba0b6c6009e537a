import CsTuneAlertsForm, { ruleProblems, tellRuleChanges } from 'c/csTuneAlertsForm';
import type { AlertRule } from 'c/csTuneAlertsForm';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

const RULE: AlertRule = {
  ...{ id: 'a0R2', name: 'Renewal near', modifiedAt: '2026-11-20T08:00:00.000Z', type: 'Renewal' },
  ...{ isActive: true, severity: 'High', recipient: 'CSM', threshold: 60, delivery: 'At Once' },
  ...{ bell: true, email: false, quietFrom: 20, quietTo: 7, escalateAfterDays: null, rationale: 'As it is' },
};
const renderIt = (rule: AlertRule = RULE) => render('c-cs-tune-alerts-form', CsTuneAlertsForm, { rule });

async function type(element: Rendered, field: string, detail: object): Promise<void> {
  find(element, `[data-field="${field}"]`).dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
}

async function giveReason(element: Rendered, value: string): Promise<void> {
  find(element, '[data-id="reason"]').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

const saveButton = (element: Rendered) => find(element, '[data-id="save"]');

describe('c-cs-tune-alerts-form', () => {
  test('sends the rule as it was changed, with why', async () => {
    const element = await renderIt();
    const saved = jest.fn();
    element.addEventListener('save', (event) => saved((event as CustomEvent).detail));
    await type(element, 'threshold', { value: '90' });
    await type(element, 'escalateAfterDays', { value: '2' });
    await type(element, 'quietFrom', { value: '' });
    await type(element, 'quietTo', { value: '' });
    await type(element, 'email', { checked: true });
    await giveReason(element, ' Too late ');
    saveButton(element).click();
    const changed = { threshold: 90, escalateAfterDays: 2, quietFrom: null, quietTo: null, email: true };
    expect(saved).toHaveBeenCalledWith({ rule: { ...RULE, ...changed }, reason: 'Too late' });
    await expect(element).toBeAccessible();
  });

  test('cannot be saved without a change, a reason, or while it makes no sense', async () => {
    const element = await renderIt();
    await giveReason(element, 'Why not');
    expect(saveButton(element).disabled).toBe(true);
    await type(element, 'quietTo', { value: '24' });
    expect(find(element, '[data-id="problems"]').textContent).toContain(
      'Quiet to is 24; expected an hour from 0 to 23.',
    );
    expect(saveButton(element).disabled).toBe(true);
    await type(element, 'quietTo', { value: '8' });
    expect(saveButton(element).disabled).toBe(false);
    await giveReason(element, ' ');
    expect(saveButton(element).disabled).toBe(true);
  });

  test('asks for a threshold only where the rule has one', async () => {
    const element = await renderIt({ ...RULE, type: 'At Risk', threshold: null });
    expect(findAll(element, '[data-field="threshold"]')).toHaveLength(0);
  });
});

test.each([
  [{ threshold: 1.5 }, /threshold is 1.5; expected a whole number/],
  [{ quietFrom: null }, /a beginning and an end/],
  [{ escalateAfterDays: 0 }, /expected 1 day or more/],
  [{ bell: false }, /Nobody would hear of it/],
])('a rule with %j says what is wrong', (changes, message) => {
  expect(ruleProblems({ ...RULE, ...changes })).toEqual([expect.stringMatching(message)]);
});

test('changes are told from what to what', () => {
  expect(tellRuleChanges(RULE, { ...RULE, isActive: false, escalateAfterDays: 3, rationale: '' })).toEqual([
    'Active: on → off',
    'Escalate after days: none → 3',
    'Rationale: As it is → none',
  ]);
});
