import CsTemplatePicker from 'c/csTemplatePicker';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';
import { moveActive } from '../csTemplatePickerModel';

const value = <Type>(of: Type) => ({ value: of });

async function emit(...names: string[]): Promise<void> {
  const edges = names.map((name) => ({
    node: {
      Id: `a0T-${name}`,
      Name: value(name),
      CS_Subject__c: value(`About ${name}`),
      CS_Body__c: value(`<p>${name}</p>`),
    },
  }));
  graphqlWire.emit({ data: { uiapi: { query: { CS_Template__c: { edges } } } } });
  await settle();
}

async function renderOpen(...names: string[]): Promise<Rendered> {
  const element = await render('c-cs-template-picker', CsTemplatePicker, { type: 'Email' });
  find(element, 'input').dispatchEvent(new CustomEvent('focus'));
  await settle();
  await emit(...names);
  return element;
}

function press(element: Rendered, key: string): void {
  find(element, 'input').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

describe('the template picker', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('asks nothing before it is used, then for active templates of its type', async () => {
    const element = await render('c-cs-template-picker', CsTemplatePicker, { type: 'Email' });
    expect(graphqlWire.getLastConfig().variables).toBeUndefined();
    find(element, 'input').dispatchEvent(new CustomEvent('focus'));
    await settle();
    expect(graphqlWire.getLastConfig().variables).toEqual({ type: 'Email', search: '%%' });
  });

  test('asks once for a word that is typed in one go', async () => {
    const element = await renderOpen('QBR', 'Renewal');
    const input = find(element, 'input') as Rendered & { value: string };
    for (const text of ['r', 're', 'ren']) {
      input.value = text;
      input.dispatchEvent(new CustomEvent('input'));
    }
    await settle();
    expect(graphqlWire.getLastConfig().variables).toEqual({ type: 'Email', search: '%%' });
    jest.runOnlyPendingTimers();
    await settle();
    expect(graphqlWire.getLastConfig().variables).toEqual({ type: 'Email', search: '%ren%' });
  });

  test('arrow keys and Enter choose', async () => {
    const element = await renderOpen('QBR', 'Renewal');
    const select = jest.fn();
    element.addEventListener('choose', (event) => select((event as CustomEvent).detail));
    press(element, 'ArrowDown');
    press(element, 'ArrowDown');
    await settle();
    const options = findAll(element, '[role="option"]').map((option) => option.getAttribute('aria-selected'));
    expect(options).toEqual(['false', 'true']);
    press(element, 'Enter');
    expect(select).toHaveBeenCalledWith({
      id: 'a0T-Renewal',
      name: 'Renewal',
      subject: 'About Renewal',
      body: '<p>Renewal</p>',
    });
  });

  test('a click chooses too', async () => {
    const element = await renderOpen('QBR');
    const select = jest.fn();
    element.addEventListener('choose', select);
    find(element, '[role="option"]').dispatchEvent(new CustomEvent('mousedown'));
    expect(select).toHaveBeenCalledTimes(1);
  });

  test('Enter without a choice chooses nothing', async () => {
    const element = await renderOpen('QBR');
    const select = jest.fn();
    element.addEventListener('choose', select);
    press(element, 'Enter');
    expect(select).not.toHaveBeenCalled();
  });

  test('says when there is none', async () => {
    expect(textOf(await renderOpen())).toContain('There are no active templates yet.');
  });

  test('shows why templates could not be loaded', async () => {
    const element = await renderOpen('QBR');
    graphqlWire.emit({ errors: [{ message: 'down' }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'down' }]);
  });

  test('is accessible, open and with an option active', async () => {
    jest.useRealTimers();
    const element = await renderOpen('QBR', 'Renewal');
    press(element, 'ArrowDown');
    await settle();
    await expect(element).toBeAccessible();
  });
});

test.each([
  [-1, 'ArrowDown', 3, 0],
  [2, 'ArrowDown', 3, 0],
  [-1, 'ArrowUp', 3, 2],
  [0, 'ArrowUp', 3, 2],
  [2, 'ArrowUp', 3, 1],
  [-1, 'ArrowDown', 0, -1],
] as const)('from option %d, %s of %d options leads to %d', (active, key, count, expected) => {
  expect(moveActive(active, key, count)).toBe(expected);
});
