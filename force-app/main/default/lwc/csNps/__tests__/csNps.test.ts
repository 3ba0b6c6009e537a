import CsNps from 'c/csNps';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { ACCOUNT_ID } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';
import { answer, storyData } from './answers';

const rightsWire = getObjectInfo as unknown as { emit(info: object): void };
const refresh = jest.fn(() => Promise.resolve());
const ANSWERS = [
  answer('n1', '2026-11-02', 4, { contactId: '003A', contact: 'Alma Berg', survey: 'Q4' }),
  answer('n2', '2026-11-01', 9, { contactId: '003B', contact: 'Bruno Ito' }),
];

async function renderWith(data: object, createable = true, properties = {}): Promise<Rendered> {
  const element = await render('c-cs-nps', CsNps, { recordId: ACCOUNT_ID, ...properties });
  graphqlWire.emit({ data, refresh }, forQuery('accountStory'));
  await settle();
  rightsWire.emit({ createable });
  await settle();
  return element;
}

describe('the NPS of an account', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
  });

  afterEach(() => jest.useRealTimers());

  const expectAccessible = (element: Rendered) => {
    jest.useRealTimers();
    return expect(element).toBeAccessible();
  };

  test('asks for the story of the account with the variables that its neighbours pass too', async () => {
    await render('c-cs-nps', CsNps, { recordId: ACCOUNT_ID });
    expect(graphqlWire.getLastConfig().variables).toEqual({ accountId: ACCOUNT_ID });
  });

  test('shows the score on its scale, the split, the age of the last answer and the history', async () => {
    const element = await renderWith(storyData(ANSWERS), true, { minPeople: 2 });
    expect(find(element, '[data-id="headline"]').textContent).toBe('0');
    expect(find(element, 'c-cs-nps-interval')).toMatchObject({ nps: 0 });
    expect(find(element, 'c-cs-nps-split')).toMatchObject({ promoters: 1, passives: 0, detractors: 1 });
    expect(find(element, '[data-id="last"]').textContent).toBe('Last answer 20 days ago');
    expect(find(element, 'c-cs-nps-history').answers).toHaveLength(2);
    await expectAccessible(element);
  });

  test('says that there are too few to tell, and shows the split all the same', async () => {
    const element = await renderWith(storyData(ANSWERS));
    expect(find(element, '[data-id="headline"]').textContent).toBe('Too few to tell');
    expect(findAll(element, 'c-cs-nps-interval')).toHaveLength(0);
    expect(findAll(element, 'c-cs-nps-split')).toHaveLength(1);
    await expectAccessible(element);
  });

  test('marks a last answer that is stale', async () => {
    const element = await renderWith(storyData(ANSWERS), true, { staleAfterDays: 19 });
    expect(find(element, '[data-id="last"]').className).toContain('slds-theme_warning');
  });

  test('suggests the follow-up playbook for a detractor', async () => {
    const element = await renderWith(storyData(ANSWERS, [{ id: 'p1', name: 'Detractor follow-up' }]));
    expect(find(element, '[data-id="follow-up"]').textContent).toContain('Suggested: start the playbook');
    await expectAccessible(element);
  });

  test('reads the story again once an answer is recorded', async () => {
    const element = await renderWith(storyData(ANSWERS));
    expect(find(element, 'c-cs-nps-editor').survey).toBe('Q4');
    find(element, 'c-cs-nps-editor').dispatchEvent(new CustomEvent('recorded'));
    await settle();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('says how to begin where nobody has answered', async () => {
    const element = await renderWith(storyData([]));
    expect(find(element, '[data-id="empty"]').textContent).toContain('Ask two or three people');
    expect(findAll(element, 'c-cs-nps-editor')).toHaveLength(1);
    expect(findAll(element, 'c-cs-nps-history')).toHaveLength(0);
    await expectAccessible(element);
  });

  test('offers no form to whom the org lets record nothing', async () => {
    const element = await renderWith(storyData([]), false);
    expect(findAll(element, 'c-cs-nps-editor')).toHaveLength(0);
    expect(find(element, '[data-id="empty"]').textContent).toContain('as soon as someone records them');
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-nps', CsNps, { recordId: ACCOUNT_ID });
    expect(findAll(element, '.card-stencil lightning-spinner')).toHaveLength(1);
    await expectAccessible(element);
  });

  test('tells a user without access whom to ask', async () => {
    const element = await render('c-cs-nps', CsNps, { recordId: ACCOUNT_ID });
    const message =
      "Validation error of type FieldUndefined: Field 'CS_NPS_Response__c' in type 'RecordQuery'";
    graphqlWire.emit({ data: {}, errors: [{ message }] });
    await settle();
    expect(find(element, '[data-id="no-access"]').textContent).toContain('Customer');
    expect(textOf(element)).not.toContain('Validation error');
    await expectAccessible(element);
  });

  test('shows why the answers could not be loaded', async () => {
    const element = await render('c-cs-nps', CsNps, { recordId: ACCOUNT_ID });
    graphqlWire.emit({ errors: [{ message: 'The org is down' }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('The NPS answers could not be loaded');
    await expectAccessible(element);
  });
});
