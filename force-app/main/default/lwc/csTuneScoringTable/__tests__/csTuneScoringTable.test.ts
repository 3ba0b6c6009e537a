import CsTuneScoringTable from 'c/csTuneScoringTable';
import type { GroupView, RowView } from 'c/csTuneScoringTable';
import { find, findAll, render } from 'test/render';

const ROW: RowView = {
  ...{ key: 'Bands|watchFrom|', factor: 'Bands', setting: 'watchFrom', tier: null, label: 'Watch begins at' },
  ...{ unit: 'points', shown: '40', placeholder: '', min: 1, max: 100, isRequired: true },
  ...{ isChanged: false, was: '', reason: 'Two measures half lost', canExplain: false },
};
const CHANGED: RowView = {
  ...ROW,
  ...{ key: 'Bands|margin|', setting: 'margin', label: 'Margin', shown: '3' },
  ...{ isChanged: true, was: 'was 2 points', reason: '', canExplain: true },
};
const group = (more: Partial<GroupView> = {}): GroupView => ({
  ...{ key: 'bands', title: 'Bands', about: 'From which score on', isOpen: true, canClose: true },
  ...{ changed: '1 changed', sum: '', sumIsRight: true, rows: [ROW, CHANGED], ...more },
});
const renderWith = (groups: GroupView[], disabled = false) =>
  render('c-cs-tune-scoring-table', CsTuneScoringTable, { groups, disabled });

/** What an event of a kind said. */
function listen(element: Element, name: string): jest.Mock {
  const heard = jest.fn();
  element.addEventListener(name, (event) => heard((event as CustomEvent).detail));
  return heard;
}

describe('c-cs-tune-scoring-table', () => {
  test('shows each value with its unit and its reason, and what a changed one was', async () => {
    const element = await renderWith([group()]);
    const [first, second] = findAll(element, '[data-row]');
    expect(first?.textContent).toContain('Two measures half lost');
    expect(second?.textContent).toContain('was 2 points');
    expect(findAll(element, '[data-id="why"]')).toHaveLength(1);
    expect(findAll(element, '[data-id="value"]').map(({ label }) => label)).toEqual([
      'Bands: Watch begins at, in points',
      'Bands: Margin, in points',
    ]);
    await expect(element).toBeAccessible();
  });

  test('tells what was typed, and that it was emptied', async () => {
    const element = await renderWith([group()]);
    const heard = listen(element, 'valuechange');
    const type = (value: string) =>
      find(element, '[data-id="value"]').dispatchEvent(new CustomEvent('change', { detail: { value } }));
    type('45.5');
    type('');
    type('-');
    expect(heard.mock.calls.map(([detail]) => detail)).toEqual([
      { factor: 'Bands', setting: 'watchFrom', tier: null, shown: 45.5 },
      { factor: 'Bands', setting: 'watchFrom', tier: null, shown: null },
    ]);
  });

  test('asks why of a changed value, and takes it back', async () => {
    const element = await renderWith([group()]);
    const [reasons, resets] = [listen(element, 'reasonchange'), listen(element, 'reset')];
    find(element, '[data-id="why"]').dispatchEvent(
      new CustomEvent('change', { detail: { value: 'Calmer' } }),
    );
    find(element, '[data-id="reset"]').click();
    expect(reasons).toHaveBeenCalledWith({ key: 'Bands|margin|', reason: 'Calmer' });
    expect(resets).toHaveBeenCalledWith({ key: 'Bands|margin|' });
  });

  test('hides the values of a closed group, and opens it', async () => {
    const element = await renderWith([group({ isOpen: false })]);
    const toggled = listen(element, 'togglegroup');
    expect(findAll(element, '[data-row]')).toHaveLength(0);
    expect(find(element, 'h2 button').getAttribute('aria-expanded')).toBe('false');
    find(element, 'h2 button').click();
    expect(toggled).toHaveBeenCalledWith({ group: 'bands' });
    await expect(element).toBeAccessible();
  });

  test('says of a sum whether it is right, not by colour alone', async () => {
    const element = await renderWith([group({ sum: 'Together 104 %', sumIsRight: false })]);
    expect(find(element, '[data-id="sum"] span').className).toContain('slds-text-title_bold');
    expect(find(element, '[data-id="sum"]').textContent).toBe('Together 104 %');
  });

  test('can be changed by nobody while it is being saved', async () => {
    const element = await renderWith([group()], true);
    expect(findAll(element, '[data-id="value"]').every(({ disabled }) => disabled)).toBe(true);
  });
});
