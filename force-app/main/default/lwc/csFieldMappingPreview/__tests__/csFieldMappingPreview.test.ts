import { getRecords } from 'lightning/uiRecordApi';
import CsFieldMappingPreview from 'c/csFieldMappingPreview';
import { TARGETS } from 'c/csFieldMappingRules';
import type { Rule } from 'c/csFieldMappingRules';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';

const recordsWire = getRecords as unknown as {
  emit(data: object): void;
  getLastConfig(): { records?: { recordIds: string[]; fields: string[] }[] };
};
const value = <Type>(given: Type) => ({ value: given });
const node = (Id: string, tier: string | null, csm: string | null = null) => ({
  node: {
    Id,
    Name: value(`Account ${Id}`),
    CS_ARR__c: value(null),
    CS_Renewal_Date__c: value(null),
    CS_Health__c: value(null),
    CS_Tier__c: value(tier),
    CS_Status__c: value(null),
    CS_Manager__r: csm === null ? null : { Name: value(csm) },
  },
});
const rule = (name: string, apiName: string, more: Partial<Rule> = {}): Rule => {
  const target = TARGETS.find((each) => each.name === name);
  if (!target) throw new Error(name);
  const field = { apiName, label: apiName, dataType: 'Picklist', calculated: false, precision: 0, scale: 0 };
  return { target, field: { ...field, relationshipName: null }, lines: [], highest: null, ...more };
};
const answer = (...edges: object[]) =>
  graphqlWire.emit({ data: { uiapi: { query: { Account: { edges } } } } });
const record = (id: string, fields: object) => ({ statusCode: 200, result: { id, fields } });
const cells = (element: Rendered) =>
  findAll(element, 'tbody tr').map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent?.trim()),
  );

const renderPreview = (given: Rule) =>
  render('c-cs-field-mapping-preview', CsFieldMappingPreview, { rule: given });

describe('the preview of a mapping', () => {
  const tier = rule('Tier', 'Segment__c', { lines: [{ own: 'Gold', ours: 'Strategic' }] });

  test('shows the own value, what Tenure holds, and what it would hold', async () => {
    const element = await renderPreview(tier);
    answer(node('1', 'Scale'), node('2', 'Strategic'), node('3', 'Growth'), node('4', 'Growth'));
    await settle();
    expect(recordsWire.getLastConfig().records).toEqual([
      { recordIds: ['1', '2', '3', '4'], fields: ['Account.Segment__c'] },
    ]);
    const own = (text: string | null) => ({ Segment__c: { value: text, displayValue: null } });
    recordsWire.emit({
      results: [
        record('1', own('Gold')),
        record('2', own('Gold')),
        record('3', own('Tin')),
        record('4', own(null)),
      ],
    });
    await settle();
    expect(cells(element)).toEqual([
      ['Account 1', 'Gold', 'Scale', 'Strategic'],
      ['Account 2', 'Gold', 'Strategic', 'The same'],
      ['Account 3', 'Tin', 'Growth', 'Cannot be read: keeps what it has'],
      ['Account 4', '–', 'Growth', 'Emptied'],
    ]);
    expect(textOf(element)).toContain('2 of 4 would change; 1 of them would be emptied; 1 cannot be read.');
    await expect(element).toBeAccessible();
  });

  test('names the person behind a lookup', async () => {
    const element = await renderPreview(
      rule('CSM', 'OwnerId', { field: { ...tier.field, apiName: 'OwnerId', relationshipName: 'Owner' } }),
    );
    answer(node('1', null, 'Priya Nair'));
    await settle();
    expect(recordsWire.getLastConfig().records?.[0]?.fields).toEqual([
      'Account.OwnerId',
      'Account.Owner.Name',
    ]);
    const owner = { id: '005A', fields: { Name: { value: 'Dana Reyes', displayValue: null } } };
    recordsWire.emit({
      results: [record('1', { OwnerId: { value: '005A', displayValue: null }, Owner: { value: owner } })],
    });
    await settle();
    expect(cells(element)).toEqual([['Account 1', 'Dana Reyes', 'Priya Nair', 'Dana Reyes']]);
  });

  test('loads with a spinner, and says when there are no accounts', async () => {
    const element = await renderPreview(tier);
    expect(find(element, 'lightning-spinner')).toBeTruthy();
    answer();
    await settle();
    expect(find(element, '[data-id="empty"]').textContent).toBe('There are no accounts yet.');
  });

  test('says why an account could not be read', async () => {
    const element = await renderPreview(tier);
    answer(node('1', null));
    await settle();
    recordsWire.emit({ results: [{ statusCode: 403, result: { message: 'No access to Segment__c' } }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([
      { body: { message: 'No access to Segment__c' } },
    ]);
  });
});
