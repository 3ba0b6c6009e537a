import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import CsFieldMapping from 'c/csFieldMapping';
import CsFieldMappingForm from 'c/csFieldMappingForm';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';

const value = <Type>(given: Type) => ({ value: given });
const node = (Id: string, target: string, more: Record<string, unknown> = {}) => ({
  node: {
    Id,
    CS_Target__c: value(target),
    CS_Source__c: value('Annual__c'),
    CS_Values__c: value(null),
    CS_Highest__c: value(null),
    CS_Active__c: value(more.active ?? true),
    CS_State__c: value(more.state ?? null),
    CS_Message__c: value(more.message ?? null),
    CS_Checked_On__c: value(null),
  },
});
const objectInfo = getObjectInfo as unknown as {
  emit(data: object, filter?: (config: { objectApiName?: { objectApiName: string } }) => boolean): void;
};
const FIELDS = { Annual__c: { apiName: 'Annual__c', label: 'Annual Value', dataType: 'Currency' } };

async function renderPage(
  edges: object[],
  rights = { createable: true, updateable: true },
): Promise<Rendered> {
  const element = await render('c-cs-field-mapping', CsFieldMapping);
  graphqlWire.emit({ data: { uiapi: { query: { CS_Field_Mapping__c: { edges } } } } });
  await settle();
  objectInfo.emit({ ...rights, fields: FIELDS });
  await settle();
  return element;
}

const rowOf = (element: Rendered, name: string) => find(element, `tr[data-target="${name}"]`);

describe('the fields panel', () => {
  test('has a row for each field of Tenure, and says which are kept in Tenure', async () => {
    const element = await renderPage([]);
    expect(findAll(element, 'tbody tr').map((row) => row.dataset.target)).toEqual([
      'ARR',
      'Renewal Date',
      'Health',
      'Tier',
      'Status',
      'CSM',
    ]);
    expect(textOf(rowOf(element, 'ARR'))).toContain('Kept in Tenure');
    await expect(element).toBeAccessible();
  });

  test.each([
    [null, null, 'Waiting for the companion', 'The next sync reads every account'],
    ['Read', 'Annual__c is read and mirrored.', 'Mirrored', 'is read and mirrored'],
    ['Warning', 'It is a formula.', 'Mirrored, with remarks', 'It is a formula.'],
    ['Refused', 'The companion sees no field.', 'Not read', 'The companion sees no field.'],
  ])('says how it stands with a mapping in state %s', async (state, message, badge, text) => {
    const row = textOf(rowOf(await renderPage([node('a0M1', 'ARR', { state, message })]), 'ARR'));
    expect(row).toContain('Annual Value');
    expect(row).toContain(badge);
    expect(row).toContain(text);
  });

  test('opens the form for a field, and reads again when it was saved', async () => {
    const element = await renderPage([node('a0M1', 'ARR')]);
    jest.mocked(CsFieldMappingForm.open).mockResolvedValueOnce({ source: 'Bookings' });
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail.title));
    rowOf(element, 'ARR').querySelector<HTMLElement>('[data-id="change"]')?.click();
    await settle();
    expect(CsFieldMappingForm.open).toHaveBeenCalledWith(
      expect.objectContaining({ targetName: 'ARR', mapping: expect.objectContaining({ id: 'a0M1' }) }),
    );
    expect(toast).toHaveBeenCalledWith('ARR is mapped to Bookings');
  });

  test('stops mirroring, and shows why when the org refuses', async () => {
    const element = await renderPage([node('a0M1', 'Tier')]);
    const stop = () => rowOf(element, 'Tier').querySelector<HTMLElement>('[data-id="stop"]')?.click();
    stop();
    await settle();
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'a0M1', CS_Active__c: false } });
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'No' } });
    stop();
    await settle();
    expect(findAll(element, 'c-cs-error-panel').map(({ errors }) => errors)).toContainEqual({
      body: { message: 'No' },
    });
  });

  test('maps a field again with the record that was switched off', async () => {
    const element = await renderPage([node('a0M1', 'ARR', { active: false })]);
    expect(textOf(rowOf(element, 'ARR'))).toContain('Kept in Tenure');
    rowOf(element, 'ARR').querySelector<HTMLElement>('[data-id="change"]')?.click();
    await settle();
    expect(CsFieldMappingForm.open).toHaveBeenCalledWith(
      expect.objectContaining({ mapping: expect.objectContaining({ id: 'a0M1' }) }),
    );
  });

  test('offers no change to who may only read', async () => {
    const element = await renderPage([node('a0M1', 'ARR')], { createable: false, updateable: false });
    expect(findAll(element, 'lightning-button')).toEqual([]);
  });

  test('loads with a spinner, shows errors, and says who has no access what to ask for', async () => {
    const element = await render('c-cs-field-mapping', CsFieldMapping);
    expect(find(element, 'lightning-spinner')).toBeTruthy();
    graphqlWire.emit({ data: {}, errors: [{ message: 'The org is busy' }] } as never);
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'The org is busy' }]);
    const message = "Validation error of type FieldUndefined: Field 'CS_Field_Mapping__c' is undefined";
    graphqlWire.emit({ data: {}, errors: [{ message }] } as never);
    await settle();
    expect(find(element, '[data-id="no-access"]').textContent).toContain('Customer Success Admin');
  });
});
