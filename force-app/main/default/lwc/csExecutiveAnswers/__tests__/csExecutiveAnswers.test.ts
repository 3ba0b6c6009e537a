import CsExecutiveAnswers from 'c/csExecutiveAnswers';
import { ALL_CUSTOMERS } from 'c/csExecutiveMeasures';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';
import { byAccount } from '../csExecutiveAnswersModel';

const SELECTION = { segment: ALL_CUSTOMERS, asOf: '2026-11-22', isLatest: true, counted: 0 };
const asks = forQuery('executiveAnswers');

function node(Id: string, account: string, contact: string | null, score: number, on: string): object {
  return {
    Id,
    CS_Account__c: { value: account },
    CS_Account__r: { Name: { value: `Account ${account}` } },
    CS_Contact__c: { value: contact },
    CS_Score__c: { value: score },
    CS_Responded_On__c: { value: on },
  };
}

async function answer(nodes: object[], endCursor: string | null = null): Promise<void> {
  const pageInfo = { hasNextPage: endCursor !== null, endCursor };
  const edges = nodes.map((each) => ({ node: each }));
  graphqlWire.emit({ data: { uiapi: { query: { CS_NPS_Response__c: { edges, pageInfo } } } } }, asks);
  await settle();
}

function asked(): Record<string, unknown> {
  let variables: Record<string, unknown> = {};
  graphqlWire.emit({}, (config) => {
    if (asks(config)) variables = config.variables as Record<string, unknown>;
    return false;
  });
  return variables;
}

/** The list inside, where everything is drawn. */
const list = (element: Rendered) => find(element, 'c-cs-executive-list');

const renderIt = (given: object = {}): Promise<Rendered> =>
  render('c-cs-executive-answers', CsExecutiveAnswers, { selection: { ...SELECTION, ...given } });

describe('c-cs-executive-answers', () => {
  test('tells who promotes and who detracts by account, and that they come to the total', async () => {
    const element = await renderIt();
    expect(JSON.stringify(asked().where)).toContain('"gte":{"value":"2025-11-22"}');
    await answer([
      node('a1', '001A', '003X', 9, '2026-10-01'),
      node('a2', '001A', '003X', 2, '2026-03-01'),
      node('a3', '001B', null, 3, '2026-09-01'),
    ]);
    expect(textOf(find(list(element), '[data-id="summary"]'))).toContain(
      '2 people of 2 accounts: 1 promoter, 0 passives, 1 detractor. Together: NPS 0.',
    );
    expect(find(list(element), '[data-id="comparison"]').textContent).toBe(
      'The same as the total of Nov 22, 2026.',
    );
    expect(findAll(list(element), 'tbody tr')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  test('reads every page before it says what they come to', async () => {
    const element = await renderIt();
    await answer([node('a1', '001A', null, 9, '2026-10-01')], 'next');
    expect(asked()).toMatchObject({ after: 'next' });
    expect(findAll(list(element), 'lightning-spinner')).toHaveLength(1);
    await answer([node('a2', '001B', null, 3, '2026-09-01')]);
    expect(findAll(list(element), 'tbody tr')).toHaveLength(2);
  });

  test('offers to count again where answers came in since', async () => {
    const element = await renderIt({ counted: -20 });
    await answer([node('a1', '001A', null, 9, '2026-10-01')]);
    expect(find(list(element), '[data-id="comparison"]').textContent).toContain(
      'is -20. Answers came in since',
    );
    expect(find(list(element), 'c-cs-recalculate').requestType).toBe('Executive');
  });

  test('says that nobody answered', async () => {
    const element = await renderIt({ counted: null });
    await answer([]);
    expect(findAll(list(element), '[data-id="empty"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});

test('of two answers on one day the one with the greater id counts', () => {
  const given = { accountId: '001A', accountName: 'Acme', contactId: '003X', on: '2026-10-01' };
  const accounts = byAccount([
    { ...given, id: 'a1', score: 3 },
    { ...given, id: 'a2', score: 9 },
  ]);
  expect(accounts).toMatchObject([{ people: 1, promoters: 1, detractors: 0 }]);
});
