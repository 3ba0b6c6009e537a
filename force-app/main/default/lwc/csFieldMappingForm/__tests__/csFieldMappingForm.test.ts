import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import CsFieldMappingForm from 'c/csFieldMappingForm';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { closeModal } from 'test/mocks/modal';

const info = (apiName: string, dataType: string, more = {}) => ({
  ...{ apiName, label: apiName.replace('__c', ''), dataType, calculated: false, precision: 18, scale: 2 },
  ...more,
});
const FIELDS = {
  Annual__c: info('Annual__c', 'Currency'),
  Segment__c: info('Segment__c', 'Picklist'),
  Score__c: info('Score__c', 'Double', { precision: 3, scale: 1 }),
};
const emit = (wire: unknown, data: object) => (wire as { emit(given: object): void }).emit(data);

async function renderForm(targetName: string, mapping?: object): Promise<Rendered> {
  const properties = { targetName, mapping, fields: FIELDS };
  const element = await render('c-cs-field-mapping-form', CsFieldMappingForm, properties);
  emit(getObjectInfo, { defaultRecordTypeId: '012', fields: FIELDS });
  await settle();
  emit(getPicklistValuesByRecordType, {
    picklistFieldValues: { Segment__c: { values: [{ value: 'Gold' }, { value: 'scale' }] } },
  });
  await settle();
  return element;
}

async function choose(element: Rendered, apiName: string): Promise<void> {
  const picker = find(element, 'c-cs-field-mapping-picker');
  const detail = (picker.options as { apiName: string }[]).find((option) => option.apiName === apiName);
  picker.dispatchEvent(new CustomEvent('choose', { detail }));
  await settle();
}

async function save(element: Rendered): Promise<void> {
  find(element, '[data-id="save"]').click();
  await settle();
}

describe('the form of a mapping', () => {
  test('offers the fields that fit, and maps the one chosen', async () => {
    const element = await renderForm('ARR');
    expect(find(element, '[data-id="save"]').disabled).toBe(true);
    expect(find(element, 'c-cs-field-mapping-picker').options).toMatchObject([
      { apiName: 'Annual__c' },
      { apiName: 'Score__c' },
    ]);
    await choose(element, 'Annual__c');
    expect(textOf(element)).toContain('This field fits.');
    expect(find(element, 'c-cs-field-mapping-preview').rule).toMatchObject({
      field: { apiName: 'Annual__c' },
    });
    await save(element);
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'CS_Field_Mapping__c',
      fields: expect.objectContaining({
        CS_Target__c: 'ARR',
        CS_Key__c: 'ARR',
        CS_Source__c: 'Annual__c',
        CS_Active__c: true,
        CS_State__c: null,
      }),
    });
    expect(closeModal).toHaveBeenCalledWith({ source: 'Annual' });
  });

  test('asks what each value stands for, and cannot be saved while none does', async () => {
    const element = await renderForm('Tier');
    await choose(element, 'Segment__c');
    const values = find(element, 'c-cs-field-mapping-values');
    expect(values.lines).toEqual([
      { own: 'Gold', ours: '' },
      { own: 'scale', ours: 'Scale' },
    ]);
    expect(textOf(element)).toContain('Accounts with “Gold” keep the Tier they have.');
    values.dispatchEvent(new CustomEvent('change', { detail: [{ own: 'Gold', ours: 'Strategic' }] }));
    await settle();
    await save(element);
    expect(createRecord).toHaveBeenCalledWith(
      expect.objectContaining({ fields: expect.objectContaining({ CS_Values__c: 'Gold = Strategic' }) }),
    );
  });

  test('takes the highest value of an own scale', async () => {
    const element = await renderForm('Health');
    await choose(element, 'Score__c');
    expect(textOf(element)).toContain('Say its highest value');
    const input = find(element, 'lightning-input');
    input.dispatchEvent(new CustomEvent('change', { detail: { value: '10' } }));
    await settle();
    expect(textOf(element)).toContain('This field fits.');
    input.dispatchEvent(new CustomEvent('change', { detail: { value: '0' } }));
    await settle();
    expect(find(element, '[data-id="save"]').disabled).toBe(true);
  });

  test('changes the mapping that is kept, switched off or not', async () => {
    const kept = { id: 'a0M1', source: 'Segment__c', values: 'Gold = Growth', highest: null };
    const element = await renderForm('Tier', kept);
    expect(find(element, 'c-cs-field-mapping-picker').chosen).toMatchObject({ apiName: 'Segment__c' });
    await save(element);
    expect(updateRecord).toHaveBeenCalledWith({
      fields: expect.objectContaining({
        Id: 'a0M1',
        CS_Values__c: 'Gold = Growth\nscale = Scale',
        CS_Active__c: true,
      }),
    });
  });

  test('stays open with what was chosen when it is refused', async () => {
    jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'No' } });
    const element = await renderForm('ARR');
    await choose(element, 'Annual__c');
    await save(element);
    expect(closeModal).not.toHaveBeenCalled();
    expect(find(element, 'c-cs-error-panel').errors).toEqual({ body: { message: 'No' } });
    expect(find(element, '[data-id="save"]').disabled).toBe(false);
  });

  test('shows remarks with words beside their icons', async () => {
    const element = await renderForm('Tier');
    await choose(element, 'Segment__c');
    const icons = findAll(element, '[data-id="remark"] lightning-icon');
    expect(icons.map((icon) => icon.alternativeText)).toEqual(['Warning']);
    await expect(element).toBeAccessible();
  });
});
