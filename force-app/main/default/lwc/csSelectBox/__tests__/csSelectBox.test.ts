import CsSelectBox from 'c/csSelectBox';
import { find, render } from 'test/render';

describe('c-cs-select-box', () => {
  test('says what it selects, and whether it is selected', async () => {
    const element = await render('c-cs-select-box', CsSelectBox, { label: 'Select Acme', checked: true });
    expect(find(element, 'label').textContent).toBe('Select Acme');
    expect(find(element, 'input').checked).toBe(true);
    await expect(element).toBeAccessible();
  });

  test('tells of each click what it is then', async () => {
    const element = await render('c-cs-select-box', CsSelectBox, { label: 'Select Acme' });
    const tick = jest.fn();
    element.addEventListener('tick', (event) => tick((event as CustomEvent).detail));
    find(element, 'input').click();
    find(element, 'input').click();
    expect(tick.mock.calls).toEqual([[{ checked: true }], [{ checked: false }]]);
  });
});
