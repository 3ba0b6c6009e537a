import CsFieldMappingValues from 'c/csFieldMappingValues';
import { find, findAll, render } from 'test/render';

const LINES = [
  { own: 'Gold', ours: 'strategic' },
  { own: 'Tin', ours: '' },
];
const renderValues = (properties: object) =>
  render('c-cs-field-mapping-values', CsFieldMappingValues, {
    ...{ kind: 'choice', choices: ['Strategic', 'Scale'], lines: LINES },
    ...properties,
  });

describe('what own values stand for', () => {
  test('is chosen among the values of ours, or nothing', async () => {
    const element = await renderValues({});
    const boxes = findAll(element, 'lightning-combobox');
    expect(boxes.map(({ label, value }) => [label, value])).toEqual([
      ['“Gold” stands for', 'Strategic'],
      ['“Tin” stands for', ''],
    ]);
    expect((boxes[0]?.options as { value: string }[]).map(({ value }) => value)).toEqual([
      '',
      'Strategic',
      'Scale',
    ]);
    await expect(element).toBeAccessible();
  });

  test('is a number where it is a health', async () => {
    const element = await renderValues({
      kind: 'health',
      choices: [],
      lines: [{ own: 'Green', ours: '90' }],
    });
    expect(find(element, 'lightning-input')).toMatchObject({ type: 'number', value: '90', max: '100' });
  });

  test('is told as a whole when one of them changes, and once', async () => {
    const element = await renderValues({});
    const changed = jest.fn();
    element.addEventListener('change', (event) => changed((event as CustomEvent).detail));
    findAll(element, 'lightning-combobox')[1]?.dispatchEvent(
      new CustomEvent('change', { detail: { value: 'Scale' }, bubbles: true, composed: true }),
    );
    expect(changed.mock.calls).toEqual([[[LINES[0], { own: 'Tin', ours: 'Scale' }]]]);
  });

  test('is said in words where a text has no list of values', async () => {
    const element = await renderValues({ lines: [] });
    expect(find(element, '[data-id="no-lines"]').textContent).toContain('spelled as ours');
  });
});
