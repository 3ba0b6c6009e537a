import CsFieldMappingPicker from 'c/csFieldMappingPicker';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const field = (apiName: string, label: string) => ({
  ...{ apiName, label, dataType: 'Currency', calculated: false },
  ...{ precision: 18, scale: 2, relationshipName: null },
});
const OPTIONS = [
  field('Annual__c', 'Annual Value'),
  field('Bookings__c', 'Bookings'),
  field('Acv__c', 'Yearly'),
];

const renderPicker = (properties = {}) =>
  render('c-cs-field-mapping-picker', CsFieldMappingPicker, {
    ...{ label: 'Your field', help: 'Takes a currency.', options: OPTIONS },
    ...properties,
  });
const input = (element: Rendered) => find(element, 'input') as unknown as HTMLInputElement;
const names = (element: Rendered) =>
  findAll(element, '[role="option"] [data-id="label"]').map(({ textContent }) => textContent);

async function type(element: Rendered, text: string): Promise<void> {
  input(element).value = text;
  input(element).dispatchEvent(new CustomEvent('input'));
  await settle();
}

async function press(element: Rendered, key: string): Promise<void> {
  input(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await settle();
}

describe('the picker of an own field', () => {
  test('finds fields by label or by API name, and says how many', async () => {
    const element = await renderPicker();
    input(element).dispatchEvent(new CustomEvent('focus'));
    await type(element, 'acv');
    expect(names(element)).toEqual(['Yearly']);
    await type(element, 'book');
    expect(names(element)).toEqual(['Bookings']);
    expect(textOf(find(element, '[role="status"]'))).toBe('1 found');
    await type(element, 'nothing');
    expect(textOf(find(element, '[role="status"]'))).toBe('No field that fits is called “nothing”.');
  });

  test('is worked with the keyboard alone', async () => {
    const element = await renderPicker();
    const chosen = jest.fn();
    element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));
    input(element).dispatchEvent(new CustomEvent('focus'));
    await press(element, 'ArrowDown');
    await press(element, 'ArrowDown');
    expect(input(element).getAttribute('aria-activedescendant')).toContain('Bookings__c');
    await press(element, 'Enter');
    expect(chosen).toHaveBeenCalledWith(OPTIONS[1]);
    expect(input(element).value).toBe('Bookings');
    expect(input(element).getAttribute('aria-expanded')).toBe('false');
  });

  test('keeps the choice when what was typed chooses nothing', async () => {
    const element = await renderPicker({ chosen: OPTIONS[0] });
    input(element).dispatchEvent(new CustomEvent('focus'));
    await type(element, 'zzz');
    input(element).dispatchEvent(new CustomEvent('blur'));
    await settle();
    expect(input(element).value).toBe('Annual Value');
  });

  test('is chosen from with the mouse', async () => {
    const element = await renderPicker();
    const chosen = jest.fn();
    element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));
    input(element).dispatchEvent(new CustomEvent('focus'));
    await settle();
    find(element, '[role="option"]').dispatchEvent(new CustomEvent('mousedown', { cancelable: true }));
    expect(chosen).toHaveBeenCalledWith(OPTIONS[0]);
  });

  test('says where no field fits, and is accessible open and closed', async () => {
    const empty = await renderPicker({ options: [] });
    input(empty).dispatchEvent(new CustomEvent('focus'));
    await settle();
    expect(textOf(find(empty, '[role="status"]'))).toBe('The account has no field that fits.');
    const element = await renderPicker();
    await expect(element).toBeAccessible();
    input(element).dispatchEvent(new CustomEvent('focus'));
    await settle();
    await expect(element).toBeAccessible();
  });
});
