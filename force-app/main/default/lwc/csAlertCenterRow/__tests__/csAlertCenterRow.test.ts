import CsAlertCenterRow from 'c/csAlertCenterRow';
import type { AlertRow } from 'c/csAlertCenterRow';
import { severityOf } from 'c/csAlertRecord';
import { find, findAll, render, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const ROW: AlertRow = {
  id: 'al1',
  severity: severityOf('High'),
  message: 'Acme is at risk.',
  isUnread: true,
  accountId: 'acc1',
  account: 'Acme',
  type: 'At Risk',
  recipient: '',
  when: 'yesterday',
  moment: 'Nov 21, 2026, 9:00 AM',
  notes: [],
  why: 'Rule “Became at risk”: raised when an account comes into the band At Risk.',
  rationale: 'The sooner somebody calls, the better.',
  facts: [{ label: 'Read', value: 'Not yet' }],
  behind: undefined,
  isSelected: false,
  isOpen: false,
  canSelect: true,
  canResolve: true,
  canSnooze: true,
  canWake: false,
  canReopen: false,
  canMark: true,
};

async function renderWith(fields: Partial<AlertRow> = {}) {
  const element = await render('c-cs-alert-center-row', CsAlertCenterRow, { row: { ...ROW, ...fields } });
  const onAction = jest.fn();
  element.addEventListener('alertaction', (event) => onAction((event as CustomEvent).detail.action));
  return { element, onAction };
}

const labelsOf = (element: Rendered) =>
  findAll(element, 'lightning-button-icon').map(({ alternativeText }) => alternativeText);

describe('c-cs-alert-center-row', () => {
  test('says what happened to whom, how pressing it is and when, not by colour alone', async () => {
    const { element } = await renderWith();
    expect(find(element, '[data-id="severity"]').textContent).toContain('High');
    expect(find(element, '[data-id="message"]').textContent).toContain('Unread: Acme is at risk.');
    expect(find(element, '[data-id="when"]').title).toBe('Nov 21, 2026, 9:00 AM');
    expect(find(element, 'c-cs-record-link').label).toBe('Acme');
    await expect(element).toBeAccessible();
  });

  test('names whom it is for and what became of it', async () => {
    const notes = [{ key: 'snoozed', text: 'Snoozed until Nov 24, 2026, 8:00 AM' }];
    const { element } = await renderWith({ recipient: 'Marcus Lindqvist', isUnread: false, notes });
    expect(textOf(element)).toContain('for Marcus Lindqvist');
    expect(find(element, '[data-note="snoozed"]').textContent).toBe('Snoozed until Nov 24, 2026, 8:00 AM');
    expect(textOf(element)).not.toContain('Unread');
    await expect(element).toBeAccessible();
  });

  test('opens to why it was raised, with the record behind it', async () => {
    const behind = { objectApiName: 'Case', recordId: '500A', label: 'Open the case' };
    const { element } = await renderWith({ isOpen: true, behind });
    expect(find(element, '[data-id="message"]').getAttribute('aria-expanded')).toBe('true');
    expect(find(element, '[data-id="why"]').textContent).toBe(ROW.why);
    expect(find(element, '[data-id="rationale"]').textContent).toBe(ROW.rationale);
    expect(find(element, '[data-id="behind"] c-cs-record-link')).toMatchObject(behind);
    expect(find(element, 'dl').textContent).toBe('ReadNot yet');
    await expect(element).toBeAccessible();
  });

  test('asks its list to open it', async () => {
    const { element } = await renderWith();
    const toggle = jest.fn();
    element.addEventListener('opentoggle', toggle);
    find(element, '[data-id="message"]').click();
    expect(toggle).toHaveBeenCalledTimes(1);
    expect(findAll(element, '[data-id="details"]')).toHaveLength(0);
  });

  test('resolves, snoozes, marks and selects', async () => {
    const { element, onAction } = await renderWith();
    const tick = jest.fn();
    element.addEventListener('tick', (event) => tick((event as CustomEvent).detail));
    find(element, '[data-action="resolve"]').click();
    find(element, '[data-id="mark"]').click();
    const until = '2026-11-24T13:00:00.000Z';
    find(element, 'c-cs-alert-center-snooze').dispatchEvent(new CustomEvent('snooze', { detail: { until } }));
    find(element, 'c-cs-select-box').dispatchEvent(new CustomEvent('tick', { detail: { checked: true } }));
    expect(onAction.mock.calls).toEqual([
      [{ name: 'resolve' }],
      [{ name: 'read' }],
      [{ name: 'snooze', until }],
    ]);
    expect(tick).toHaveBeenCalledWith({ checked: true });
  });

  test('a read one can be marked as unread, a snoozed one brought back, a resolved one reopened', async () => {
    const { element, onAction } = await renderWith({ isUnread: false, canWake: true });
    expect(labelsOf(element)).toEqual([
      'Resolve: Acme is at risk.',
      'Bring back now: Acme is at risk.',
      'Mark as unread: Acme is at risk.',
    ]);
    find(element, '[data-id="mark"]').click();
    find(element, '[data-action="wake"]').click();
    const done = { canResolve: false, canSnooze: false, canMark: false, canSelect: false, canReopen: true };
    const resolved = await renderWith(done);
    expect(labelsOf(resolved.element)).toEqual(['Reopen: Acme is at risk.']);
    find(resolved.element, '[data-action="reopen"]').click();
    expect(onAction.mock.calls).toEqual([[{ name: 'unread' }], [{ name: 'wake' }]]);
    expect(resolved.onAction).toHaveBeenCalledWith({ name: 'reopen' });
  });

  test('gives the keyboard to its message', async () => {
    const { element } = await renderWith();
    (element as unknown as { focusMessage(): void }).focusMessage();
    expect(element.shadowRoot?.activeElement).toBe(find(element, '[data-id="message"]'));
  });
});
