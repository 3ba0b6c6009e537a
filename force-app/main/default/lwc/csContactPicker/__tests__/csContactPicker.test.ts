import CsContactPicker from 'c/csContactPicker';
import { ACCOUNT_ID } from 'test/records';
import { find, render, settle } from 'test/render';
import { graphqlWire } from 'test/wires';

const contact = (Id: string, name: string, title: string | null) => ({
  node: { Id, Name: { value: name }, Title: { value: title } },
});

describe('the contact picker', () => {
  test('offers the contacts of the account with their titles, and nobody', async () => {
    const element = await render('c-cs-contact-picker', CsContactPicker, { accountId: ACCOUNT_ID });
    expect(graphqlWire.getLastConfig().variables).toEqual({ accountId: ACCOUNT_ID });
    const edges = [contact('003A', 'Alma Berg', 'Head of Operations'), contact('003B', 'Bruno Ito', null)];
    graphqlWire.emit({ data: { uiapi: { query: { Contact: { edges } } } } });
    await settle();
    expect(find(element, 'lightning-combobox').options).toEqual([
      { label: 'Nobody in particular', value: '' },
      { label: 'Alma Berg, Head of Operations', value: '003A' },
      { label: 'Bruno Ito', value: '003B' },
    ]);
    await expect(element).toBeAccessible();
  });

  test('offers no contacts of the account before while those of another are read', async () => {
    const element = await render('c-cs-contact-picker', CsContactPicker, { accountId: ACCOUNT_ID });
    const edges = [contact('003A', 'Alma Berg', null)];
    graphqlWire.emit({ data: { uiapi: { query: { Contact: { edges } } } } });
    await settle();
    Object.assign(element, { accountId: '001000000000002AAA' });
    await settle();
    expect(find(element, 'lightning-combobox').options).toEqual([
      { label: 'Nobody in particular', value: '' },
    ]);
  });

  test.each([
    ['003A', '003A'],
    ['', undefined],
  ])('choosing %j tells %j', async (value, contactId) => {
    const element = await render('c-cs-contact-picker', CsContactPicker, { accountId: ACCOUNT_ID });
    const change = jest.fn();
    element.addEventListener('change', (event) => change((event as CustomEvent).detail));
    // As the platform's combobox does it.
    find(element, 'lightning-combobox').dispatchEvent(
      new CustomEvent('change', { detail: { value }, bubbles: true, composed: true }),
    );
    expect(change.mock.calls).toEqual([[{ contactId }]]);
  });

  test('shows why contacts could not be loaded', async () => {
    const element = await render('c-cs-contact-picker', CsContactPicker, { accountId: ACCOUNT_ID });
    graphqlWire.emit({ errors: [{ message: 'down' }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'down' }]);
  });
});
