import CsSupport from 'c/csSupport';
import { ACCOUNT_ID } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { storyOf } from 'test/story';
import { forQuery, graphqlWire } from 'test/wires';

let made = 0;
const ticket = (more: Record<string, unknown> = {}) => ({
  Id: `500${(made += 1)}`,
  CaseNumber: '00001001',
  Subject: 'Sync fails',
  Status: 'Working',
  Priority: 'High',
  IsClosed: false,
  IsEscalated: false,
  CreatedDate: '2026-11-12T09:00:00.000Z',
  CS_Opened_On__c: null,
  CS_Ticket_URL__c: null,
  CS_Satisfaction__c: null,
  ...more,
});
const closed = (more: Record<string, unknown> = {}) => ticket({ IsClosed: true, Status: 'Closed', ...more });

async function renderWith(tickets: object[] | undefined): Promise<Rendered> {
  const element = await render('c-cs-support', CsSupport, { recordId: ACCOUNT_ID });
  graphqlWire.emit(
    storyOf(tickets ? { tickets: tickets as Record<string, unknown>[] } : {}),
    forQuery('accountStory'),
  );
  await settle();
  return element;
}

const numbers = (element: Rendered) =>
  findAll(element, '.number').map((number) => (number.textContent ?? '').replace(/\s+/g, ' ').trim());

describe('the support of an account', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
  });

  afterEach(() => jest.useRealTimers());

  const expectAccessible = (element: Rendered) => {
    jest.useRealTimers();
    return expect(element).toBeAccessible();
  };

  test('counts the open and the escalated, tells how old they are, and how satisfied the customer was', async () => {
    const element = await renderWith([
      ticket(),
      ticket({ IsEscalated: true, CS_Opened_On__c: '2026-11-02' }),
      closed({ CS_Satisfaction__c: 'Good' }),
      closed({ CS_Satisfaction__c: 'Good' }),
      closed({ CS_Satisfaction__c: 'Bad' }),
      closed({ CS_Satisfaction__c: 'Bad', CS_Opened_On__c: '2026-05-25' }),
    ]);
    expect(numbers(element)).toEqual([
      'Open2not closed yet',
      'Escalated1of the open ones',
      'Oldest20 dayssince Nov 2, 2026',
      'Average age15 daysof the open ones',
      'Satisfaction67%2 of 3 rated good',
    ]);
    await expectAccessible(element);
  });

  test('lists the escalated first, then the oldest, and links to where each is worked on', async () => {
    const element = await renderWith([
      ticket({ Subject: 'New', CS_Ticket_URL__c: 'https://acme.zendesk.com/agent/tickets/7' }),
      ticket({ Subject: 'Old', CS_Opened_On__c: '2026-10-01' }),
      ticket({ Subject: 'Loud', IsEscalated: true }),
    ]);
    const links = findAll(element, '[data-id="open-list"] c-cs-record-link');
    expect(links.map(({ label }) => label)).toEqual(['Loud', 'Old', 'New']);
    const [outside, ...more] = findAll(element, '[data-id="open-list"] a');
    expect(outside?.getAttribute('href')).toBe('https://acme.zendesk.com/agent/tickets/7');
    expect(outside?.textContent).toBe('Open at acme.zendesk.com');
    expect(more).toHaveLength(0);
    await expectAccessible(element);
  });

  test('offers no link that is not a web address', async () => {
    const element = await renderWith([ticket({ CS_Ticket_URL__c: 'data:text/html,hi' })]);
    expect(findAll(element, 'a')).toHaveLength(0);
  });

  test('shows a few closed tickets, and all of them when asked', async () => {
    const element = await renderWith(Array.from({ length: 7 }, () => closed()));
    expect(find(element, '[data-id="none-open"]').textContent).toContain('everything was answered');
    expect(findAll(element, '[data-id="closed-list"] li')).toHaveLength(5);
    expect(find(element, '[data-id="more"]').label).toBe('Show all 7 closed tickets');
    find(element, '[data-id="more"]').click();
    await settle();
    expect(findAll(element, '[data-id="closed-list"] li')).toHaveLength(7);
    expect(findAll(element, '[data-id="more"]')).toHaveLength(0);
    await expectAccessible(element);
  });

  test('says that there is no ticket yet, and where they come from', async () => {
    const element = await renderWith([]);
    expect(find(element, '[data-id="empty"]').textContent).toContain('Zendesk or Jira');
    await expectAccessible(element);
  });

  test('tells a user who may not read cases whom to ask, and shows no number', async () => {
    const element = await renderWith(undefined);
    expect(find(element, '[data-id="no-access"]').textContent).toContain('permission set');
    expect(findAll(element, '.number')).toHaveLength(0);
    await expectAccessible(element);
  });

  test('keeps its place while it loads, and shows why it could not', async () => {
    const element = await render('c-cs-support', CsSupport, { recordId: ACCOUNT_ID });
    expect(findAll(element, '.card-stencil lightning-spinner')).toHaveLength(1);
    graphqlWire.emit({ errors: [{ message: 'The org is down' }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('The tickets could not be loaded');
    expect(textOf(element)).not.toContain('No ticket yet');
    await expectAccessible(element);
  });
});
