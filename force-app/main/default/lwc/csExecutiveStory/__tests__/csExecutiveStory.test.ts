import CsExecutiveStory from 'c/csExecutiveStory';
import { find, findAll, render } from 'test/render';

const SENTENCES = [
  [{ text: '39 customers', measure: 'arr' }, { text: ' pay $11.9M a year.' }],
  [
    { text: 'Northwind', accountId: '001N' },
    { text: ' fell; ' },
    { text: '10 accounts', measure: 'accounts', csmId: '005D' },
  ],
];

describe('c-cs-executive-story', () => {
  test('reads as sentences, in which words lead to accounts', async () => {
    const element = await render('c-cs-executive-story', CsExecutiveStory, { sentences: SENTENCES });
    const [first] = findAll(element, '[data-id="sentence"]');
    expect(first?.textContent?.trim()).toBe('39 customers pay $11.9M a year.');
    expect(find(element, 'c-cs-record-link')).toMatchObject({ recordId: '001N', label: 'Northwind' });
    await expect(element).toBeAccessible();
  });

  test('opens the accounts of a number, or of one CSM', async () => {
    const element = await render('c-cs-executive-story', CsExecutiveStory, { sentences: SENTENCES });
    const opened = jest.fn();
    element.addEventListener('open', (event) => opened((event as CustomEvent).detail));
    for (const button of findAll(element, 'button')) button.click();
    expect(opened.mock.calls).toEqual([
      [{ measure: 'arr', csmId: undefined }],
      [{ measure: 'accounts', csmId: '005D' }],
    ]);
  });
});
