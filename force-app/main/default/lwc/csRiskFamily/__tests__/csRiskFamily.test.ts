import CsRiskFamily from 'c/csRiskFamily';
import type { GraphQlResult } from 'lightning/graphql';
import { ACCOUNT_ID, accountOf, recordOf } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';

const DRIVER_ID = '001000000000009AAA';
const FAMILY = {
  CS_Family_Accounts__c: 4,
  CS_Family_ARR__c: 1_300_000,
  CS_Family_As_Of__c: '2026-11-22',
  CS_Family_Band__c: 'At Risk',
  CS_Family_Driver__c: DRIVER_ID,
  CS_Family_Driver__r: recordOf('Account', DRIVER_ID, { Name: 'Acme Germany' }),
  CS_Family_Reason__c: 'Acme Germany is the worst of 4 accounts, at 71.',
  CS_Family_Risk__c: 71,
};
const renderIt = (fields: object) =>
  render('c-cs-risk-family', CsRiskFamily, { account: accountOf({ ...fields }) });

const node = (Id: string, name: string, more: object = {}) => ({
  node: {
    Id,
    Name: { value: name },
    CS_Status__c: { value: 'Active' },
    CS_ARR__c: { value: 1_000 },
    CS_Risk_Score__c: { value: 71 },
    CS_Risk_Band__c: { value: 'At Risk' },
    ...more,
  },
});

async function open(element: Rendered): Promise<void> {
  find(element, 'button').click();
  await settle();
}

async function answer(edges: object[], totalCount = edges.length): Promise<void> {
  const data = { uiapi: { query: { Account: { edges, totalCount } } } };
  graphqlWire.emit({ data, errors: undefined } as unknown as GraphQlResult);
  await settle();
}

describe('c-cs-risk-family', () => {
  test('says how many accounts there are, how they stand together, and who drives it', async () => {
    const element = await renderIt(FAMILY);
    const text = textOf(element);
    expect(text).toContain('Family of 4 accounts');
    expect(textOf(find(element, '[data-id="told"]') as unknown as Rendered)).toMatch(/71\s*driven by/);
    expect(find(element, 'c-cs-risk-band').band).toBe('At Risk');
    const { objectApiName, recordId, label } = find(element, 'c-cs-record-link');
    expect([objectApiName, recordId, label]).toEqual(['Account', DRIVER_ID, 'Acme Germany']);
    expect(text).toContain('Acme Germany is the worst of 4 accounts, at 71.');
    expect(text).toContain('ARR $1,300,000, as of Nov 22, 2026');
    await expect(element).toBeAccessible();
  });

  test.each([
    ['an account without child accounts', { CS_Family_As_Of__c: null, CS_Family_Accounts__c: null }],
    ['somebody who may not read of it', {}],
  ])('shows nothing for %s', async (_who, fields) => {
    const element = await renderIt(fields);
    expect(findAll(element, 'section')).toHaveLength(0);
  });

  test.each([
    ['the account itself', { CS_Family_Driver__c: ACCOUNT_ID, CS_Family_Driver__r: accountOf({}) }],
    ['an account that the user may not see', { CS_Family_Driver__r: null }],
    ['nobody', { CS_Family_Driver__c: null, CS_Family_Driver__r: null }],
  ])('links no driver where that is %s', async (_who, fields) => {
    const element = await renderIt({ ...FAMILY, ...fields });
    expect(findAll(element, 'c-cs-record-link')).toHaveLength(0);
    expect(textOf(element)).not.toContain('driven by');
  });

  test('shows no band while none of the accounts has a score', async () => {
    const none = { CS_Family_Risk__c: null, CS_Family_Band__c: null, CS_Family_Driver__c: null };
    const element = await renderIt({ ...FAMILY, ...none, CS_Family_Reason__c: 'No customer has a score.' });
    expect(findAll(element, 'c-cs-risk-band')).toHaveLength(0);
    expect(textOf(element)).toContain('No customer has a score.');
  });

  test('asks for the accounts only when they are wanted', async () => {
    const element = await renderIt(FAMILY);
    expect(graphqlWire.getLastConfig()).toMatchObject({ variables: undefined });
    await open(element);
    expect(graphqlWire.getLastConfig()).toMatchObject({ variables: { accountId: ACCOUNT_ID } });
    expect(find(element, 'button').getAttribute('aria-expanded')).toBe('true');
    expect(textOf(element)).toContain('Loading the accounts');
    await expect(element).toBeAccessible();
  });

  test('lists the accounts with how each stands, links all but this one, and says why one does not count', async () => {
    const element = await renderIt(FAMILY);
    await open(element);
    await answer([
      node(DRIVER_ID, 'Acme Germany'),
      node(ACCOUNT_ID, 'Example Ltd'),
      node('001000000000008AAA', 'Acme Spain', {
        ...{
          CS_Risk_Score__c: { value: null },
          CS_Risk_Band__c: { value: null },
          CS_ARR__c: { value: null },
        },
      }),
      node('001000000000007AAA', 'Acme Chile', { CS_Status__c: { value: 'Churned' } }),
    ]);
    const items = findAll(element, '#accounts li, [id^="accounts"] li').map((item) =>
      (item.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
    expect(items).toEqual([
      '71, ARR $1,000',
      'Example Ltd (this account)71, ARR $1,000',
      'no score, no ARR',
      'Churned: left out',
    ]);
    expect(findAll(element, 'li c-cs-record-link').map(({ label }) => label)).toEqual([
      'Acme Germany',
      'Acme Germany',
      'Acme Spain',
      'Acme Chile',
    ]);
    expect(textOf(element)).toContain('1 more counts that is not listed');
    await expect(element).toBeAccessible();
  });

  test.each([
    [[node('1', 'A'), node('2', 'B')], 2, '2 more count that are not listed'],
    [[node('1', 'A')], 300, 'The worst 1 of 300 are listed.'],
  ])('says of the accounts that are not listed what it can', async (edges, total, text) => {
    const element = await renderIt(FAMILY);
    await open(element);
    await answer(edges, total);
    expect(textOf(element)).toContain(text);
  });

  test('has nothing to say where all are listed', async () => {
    const element = await renderIt(FAMILY);
    await open(element);
    await answer(['A', 'B', 'C', 'D'].map((name) => node(name, name)));
    expect(findAll(element, '[role="note"]')).toHaveLength(0);
  });

  test('shows what went wrong, and closes again', async () => {
    const element = await renderIt(FAMILY);
    await open(element);
    graphqlWire.emit({ data: undefined, errors: [{ message: 'busy' }] } as unknown as GraphQlResult);
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'busy' }]);
    await open(element);
    expect(findAll(element, 'c-cs-error-panel')).toHaveLength(0);
  });
});
