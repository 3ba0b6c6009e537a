import { firstStarts, plainText, readPages, sourcesOf, variablesOf } from 'c/csTimelineEvents';
import { connection, values } from './answers';

const NOW = new Date('2026-11-23T10:00:00.000Z');

const CASE = {
  Id: '500A',
  ...values({
    CreatedDate: '2026-10-28T08:30:00.000Z',
    ClosedDate: '2026-11-02T16:00:00.000Z',
    CaseNumber: '00001042',
    Subject: 'Export fails',
    Status: 'Closed',
    Priority: 'High',
    IsEscalated: true,
  }),
  Contact: { Name: { value: 'Alma Duarte' } },
};

const TASK = {
  Id: '00TA',
  ...values({
    Subject: 'Status of the incident',
    ActivityDate: '2026-11-20',
    CompletedDateTime: '2026-11-21T09:00:00.000Z',
    TaskSubtype: 'Call',
    Description: 'They want a date.',
  }),
  Owner: { Name: { value: 'Dana Reyes' } },
  Who: { Name: { value: 'Alma Duarte' } },
};

const MEETING = {
  Id: '00UA',
  ...values({
    Subject: 'Business review',
    StartDateTime: '2026-11-19T14:00:00.000Z',
    ActivityDate: '2026-11-19',
    DurationInMinutes: 60,
    Location: 'Rotterdam',
  }),
};

function records(parts: object) {
  return readPages('records', { uiapi: { query: parts } });
}

function activities(parts: object) {
  const none = { dated: connection(), undated: connection(), meetings: connection(), allDay: connection() };
  return readPages('activities', { uiapi: { query: { ...none, ...parts } } });
}

describe('what is asked', () => {
  test('first is everything up to now', () => {
    const variables = variablesOf('activities', '001', firstStarts('activities', NOW, '2026-11-23'));
    expect(variables).toMatchObject({
      accountId: '001',
      datedUntil: '2026-11-23',
      meetingsUntil: NOW.toISOString(),
      meetingsAfter: null,
    });
  });

  test('later is only what can matter: the others begin before all time', () => {
    const starts = { opened: { until: '2026-10-01T00:00:00.000Z', after: 'cursor' } };
    expect(variablesOf('olderCases', '001', starts)).toEqual({
      accountId: '001',
      openedUntil: '2026-10-01T00:00:00.000Z',
      openedAfter: 'cursor',
      closedUntil: '1900-01-01T00:00:00.000Z',
      closedAfter: null,
    });
  });

  test('of notes and cases first has no variable but the account: one that a dropped kind leaves behind is refused', () => {
    expect(variablesOf('records', '001', firstStarts('records', NOW, '2026-11-23'))).toEqual({
      accountId: '001',
    });
  });

  test('of every document has a variable for each of its sources', () => {
    expect(sourcesOf('records')).toEqual(['notes', 'opened', 'closed']);
    expect(sourcesOf('olderStory')).toEqual(['scores', 'answers', 'changes', 'runs']);
  });
});

describe('records', () => {
  test('a case is told twice, as it was opened and as it was closed', () => {
    const { opened, closed } = records({ opened: connection([CASE]), closed: connection([CASE]) });
    expect([opened, closed].flatMap((page) => page!.entries)).toMatchObject([
      {
        id: '500A:opened',
        title: 'Case opened: Export fails',
        summary: '00001042 · High · escalated',
        moment: '2026-10-28T08:30:00.000Z',
        person: 'Alma Duarte',
      },
      { id: '500A:closed', title: 'Case closed: Export fails', moment: '2026-11-02T16:00:00.000Z' },
    ]);
  });

  test('a note shows its beginning as plain text, and keeps the whole', () => {
    const body = '<p><b>Spoke</b> about&nbsp;A &amp; B</p><p>Next steps</p>';
    const note = {
      Id: 'a0N',
      ...values({ CreatedDate: '2026-11-02T16:00:00.000Z', CS_Type__c: 'Call', CS_Body__c: body }),
    };
    const { notes } = records({ notes: connection([note]) });
    expect(notes!.entries).toMatchObject([
      { title: 'Call note', summary: 'Spoke about A & B Next steps', body, isRich: true },
    ]);
  });

  test('a kind that the user may not read is missing', () => {
    expect(Object.keys(records({ notes: connection() }))).toEqual(['notes']);
  });

  test('a page tells how far it reached and where the next begins', () => {
    expect(records({ opened: connection([CASE], 'next') }).opened).toMatchObject({
      hasMore: true,
      reachedValue: '2026-10-28T08:30:00.000Z',
      endCursor: 'next',
    });
  });
});

describe('activities', () => {
  test.each([
    ['Call', 'call'],
    ['Email', 'email'],
    ['List Email', 'email'],
    ['Task', 'task'],
    ['LinkedIn', 'task'],
  ])('a task of the subtype %s is of the kind %s', (subtype, kind) => {
    const task = { ...TASK, TaskSubtype: { value: subtype } };
    expect(activities({ dated: connection([task]) }).dated!.entries).toMatchObject([{ kind }]);
  });

  test('a finished task stands on its due date, and one without it when it was finished', () => {
    const { dated, undated } = activities({ dated: connection([TASK]), undated: connection([TASK]) });
    expect(dated!.entries).toMatchObject([{ day: '2026-11-20', moment: null, person: 'Dana Reyes' }]);
    expect(undated!.entries).toMatchObject([{ moment: '2026-11-21T09:00:00.000Z' }]);
    expect(dated!.entries[0]!.id).toBe(undated!.entries[0]!.id);
  });

  test('a meeting says where, how long and with whom', () => {
    const { meetings } = activities({ meetings: connection([{ ...MEETING, Who: TASK.Who }]) });
    expect(meetings!.entries).toMatchObject([
      {
        kind: 'meeting',
        moment: '2026-11-19T14:00:00.000Z',
        summary: 'With Alma Duarte',
        facts: [
          { label: 'With', value: 'Alma Duarte' },
          { label: 'Location', value: 'Rotterdam' },
          { label: 'Duration', value: '60 minutes' },
        ],
      },
    ]);
  });

  test('a meeting of a whole day has no hour', () => {
    const { allDay } = activities({ allDay: connection([MEETING]) });
    expect(allDay!.entries).toMatchObject([{ day: '2026-11-19', moment: null }]);
  });
});

test.each([
  ['<p>a</p><p>b</p>', 'a b'],
  ['a<br>b', 'a b'],
  ['&lt;b&gt; &#8364; &#99999999;', '<b> € &#99999999;'],
  ['&#9999999;', '\ufffd'],
  ['', ''],
])('%s as plain text is "%s"', (html, text) => {
  expect(plainText(html)).toBe(text);
});
