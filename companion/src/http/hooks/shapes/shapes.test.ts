import { describe, expect, test } from '@jest/globals';
import type { HookSource } from '../../../usecases/inbound-ports.ts';
import { BODIES } from '../testing/bodies.ts';
import { NOW } from '../testing/deliveries.ts';
import { readShape } from './shapes.ts';

const read = (source: HookSource, body: unknown, mapping = {}) =>
  readShape(source, body, mapping, new Date(NOW));
const NO_ONE = { accountId: null, accountKeys: [], email: null, name: null, company: null };

/** A copy of an example with something else in it. */
function vary(source: HookSource, change: (body: never) => void): unknown {
  const body = structuredClone(BODIES[source]);
  change(body as never);
  return body;
}

describe('events are read as the systems send them:', () => {
  test('Zendesk, the status and priority in capitals, the organisation as the key of the account', () => {
    expect(read('zendesk', BODIES.zendesk)).toEqual({
      ok: true,
      events: [
        {
          kind: 'ticket',
          key: 'zendesk:5158',
          changedAt: '2026-11-22T08:55:00.000Z',
          status: 'Working',
          priority: 'High',
          escalated: true,
          subject: 'Nightly sync drops records',
          openedOn: '2026-11-08',
          url: null,
          sender: { ...NO_ONE, accountKeys: ['zendesk:8447346621310', '8447346621310'] },
        },
      ],
    });
  });

  test('Jira, the status by its category where its name is unknown, the page by the site of the API', () => {
    expect(read('jira', BODIES.jira, { accountPath: 'issue.fields.customfield_10050' })).toEqual({
      ok: true,
      events: [
        {
          kind: 'ticket',
          key: 'jira:DESK-7',
          changedAt: '2026-11-22T08:55:00.000Z',
          status: 'Working',
          priority: 'High',
          escalated: false,
          subject: 'Totals differ',
          openedOn: '2026-11-20',
          url: 'https://acme.atlassian.net/browse/DESK-7',
          sender: { ...NO_ONE, accountKeys: ['north'], email: 'ann@north.example', name: 'Ann North' },
        },
      ],
    });
  });

  test('Typeform, the NPS question before any other scale', () => {
    expect(read('typeform', BODIES.typeform)).toEqual({
      ok: true,
      events: [
        {
          kind: 'answer',
          key: 'typeform:a3a12ec67a1365927098a606107fac15',
          changedAt: '2026-11-22T08:17:02.000Z',
          score: 9,
          comment: 'Great support',
          survey: 'Relationship survey',
          source: 'Typeform',
          respondedOn: '2026-11-22',
          sender: { ...NO_ONE, accountKeys: ['north'], email: 'ann@north.example', name: 'Ann' },
        },
      ],
    });
  });

  test('Delighted, times in seconds, the account and the company among the properties of the person', () => {
    expect(read('delighted', BODIES.delighted)).toMatchObject({
      ok: true,
      events: [
        {
          key: 'delighted:5435',
          score: 9,
          comment: 'Fast',
          respondedOn: '2026-11-22',
          sender: { accountKeys: ['north'], email: 'ann@north.example', company: 'Northwind' },
        },
      ],
    });
  });

  test('our own, and the same through a trigger of Zendesk', () => {
    const expected = {
      priority: 'Low',
      status: 'Working',
      escalated: true,
      satisfaction: 'Good',
      url: 'https://desk.example/42',
      openedOn: '2026-11-01',
      sender: { accountKeys: ['north'], email: 'ann@north.example' },
    };
    expect(read('generic', BODIES.generic)).toMatchObject({ events: [{ key: 'generic:42', ...expected }] });
    expect(read('zendesk', BODIES.generic)).toMatchObject({ events: [{ key: 'zendesk:42', ...expected }] });
  });
});

describe('the mapping of a hook', () => {
  test('tells statuses, priorities, tags, organisations, addresses and keys', () => {
    const mapping = {
      prefix: 'emea',
      ticketUrl: 'https://acme.zendesk.com/agent/tickets/{id}',
      statuses: { open: 'New' },
      priorities: { high: 'Medium' },
      escalatedTags: ['vip'],
      organizations: { 8447346621310: 'north' },
    };
    expect(read('zendesk', BODIES.zendesk, mapping)).toMatchObject({
      events: [
        {
          key: 'emea:5158',
          url: 'https://acme.zendesk.com/agent/tickets/5158',
          status: 'New',
          priority: 'Medium',
          escalated: false,
          sender: { accountKeys: ['north', 'emea:8447346621310', '8447346621310'] },
        },
      ],
    });
  });

  test('says which question of a form is meant', () => {
    const mapping = { scoreRef: 'ease', commentRef: 'nothing' };
    expect(read('typeform', BODIES.typeform, mapping)).toMatchObject({
      events: [{ score: 3, comment: null }],
    });
  });
});

describe('a deleted ticket is closed:', () => {
  test.each([
    [
      'zendesk',
      vary('zendesk', (body: { type: string }) => (body.type = 'zen:event-type:ticket.soft_deleted')),
    ],
    ['jira', vary('jira', (body: { webhookEvent: string }) => (body.webhookEvent = 'jira:issue_deleted'))],
  ] as const)('%s', (source, body) => {
    expect(read(source, body)).toMatchObject({ events: [{ status: 'Closed' }] });
  });
});

describe('what is of no concern is taken and left:', () => {
  test.each([
    ['zendesk', { type: 'zen:event-type:user.active_changed', detail: {} }],
    ['jira', { webhookEvent: 'sprint_started', sprint: {} }],
    ['typeform', { event_type: 'form_response_partial', form_response: {} }],
    ['delighted', { event_type: 'unsubscribe.created', event_data: { id: '1' } }],
    ['delighted', { event_type: 'survey_response.created', event_data: { id: '1', survey_type: 'csat' } }],
  ] as const)('%s %j', (source, body) => {
    expect(read(source, body)).toEqual({ ok: true, events: [] });
  });
});

describe('what is not understood is told with its place:', () => {
  const generic = (answer: object) => ({ answer: { id: '1', score: 5, responded_at: NOW, ...answer } });
  test.each([
    ['generic', {}, '', 'expected'],
    ['generic', generic({ score: 11 }), 'answer.score', '<=10'],
    ['generic', generic({ score: -1 }), 'answer.score', '>=0'],
    ['generic', generic({ score: 6.5 }), 'answer.score', 'expected int'],
    ['generic', generic({ responded_at: 'soon' }), 'answer.responded_at', 'expected a time'],
    ['generic', generic({ responded_at: '2027-01-01T00:00:00Z' }), 'generic:1', 'in the future'],
    ['generic', generic({ id: 'x'.repeat(41) }), 'answer.id', 'of 1 to 40 characters'],
    ['zendesk', { type: 'zen:event-type:ticket.created', detail: { id: 1 } }, 'time', 'Invalid input'],
    [
      'jira',
      { webhookEvent: 'jira:issue_created', issue: { key: 'A-1' } },
      'issue.fields',
      'expected object',
    ],
    [
      'typeform',
      vary('typeform', (body: { form_response: { answers: unknown[] } }) =>
        body.form_response.answers.splice(0),
      ),
      'form_response.answers',
      'of type nps or opinion_scale',
    ],
    [
      'delighted',
      vary('delighted', (body: { event_data: { score: number } }) => (body.event_data.score = 99)),
      'event_data.score',
      '<=10',
    ],
  ] as const)('%s %j', (source, body, at, message) => {
    const answer = read(source, body);
    expect(answer).toMatchObject({ ok: false });
    const { errors } = answer as { errors: { at: string; message: string }[] };
    expect(errors.some((error) => error.at === at && error.message.includes(message))).toBe(true);
  });
});

test('texts come clean: without NUL, halves of characters, and more than the org holds', () => {
  const answer = {
    id: '1',
    score: 5,
    responded_at: NOW,
    comment: ` a\u0000b\ud800 ${'x'.repeat(5000)}`,
    survey: ' ',
  };
  const { events } = read('generic', { answer }) as { events: { comment: string; survey: string | null }[] };
  expect(events[0]?.comment).toHaveLength(4000);
  expect(events[0]?.comment.startsWith('ab\ufffd x')).toBe(true);
  expect(events[0]?.survey).toBeNull();
});
