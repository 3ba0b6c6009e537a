import { markLatest, viewNps } from '../csNpsModel';
import { answer } from './answers';

const TODAY = '2026-11-22';
const LIMITS = { minPeople: 5, staleAfterDays: 180 };
const view = (answers: ReturnType<typeof answer>[], total = answers.length) =>
  viewNps(markLatest(answers), total, TODAY, LIMITS);

describe('the latest answer of each person', () => {
  test('is the first of a contact in a list that begins with the newest, and every one without a contact', () => {
    const marked = markLatest([
      answer('n1', '2026-11-02', 9, { contactId: '003A' }),
      answer('n2', '2026-10-02', 2),
      answer('n3', '2026-08-02', 3, { contactId: '003A' }),
      answer('n4', '2026-07-02', 2),
    ]);
    expect(marked.map(({ isLatest }) => isLatest)).toEqual([true, true, false, true]);
  });
});

describe('the rolling NPS', () => {
  const people = (scores: number[], day = '2026-11-02') =>
    scores.map((score, index) => answer(`n${index}`, day, score, { contactId: `003${index}` }));

  test('is the share of promoters less that of detractors, with its range', () => {
    expect(view(people([10, 10, 9, 9, 9, 8, 7, 7, 3, 0]))).toMatchObject({
      headline: '+30',
      basis: 'Between -19 and +65 with 95% confidence, from 10 people in the last 365 days',
      scale: { nps: 30, low: -19, high: 65 },
      counts: { promoters: 5, passives: 3, detractors: 2 },
    });
  });

  test('counts of each person only the last word', () => {
    const last = people([9, 9, 9, 9, 9]);
    const before = people([0, 0, 0, 0, 0], '2026-08-02').map((each) => ({ ...each, id: `b${each.id}` }));
    expect(view([...last, ...before])).toMatchObject({ headline: '+100', total: '10 answers of 5 people' });
  });

  test('is not told of fewer people than an admin asks for: what they answered is', () => {
    expect(view(people([9, 9, 9, 3]))).toMatchObject({
      headline: 'Too few to tell',
      basis: '4 people answered in the last 365 days; a score takes 5.',
      scale: null,
      counts: { promoters: 3, passives: 0, detractors: 1 },
    });
  });

  test.each([
    ['2025-11-23', 1],
    ['2025-11-22', 0],
    ['2026-11-22', 1],
    ['2026-11-23', 0],
  ])('an answer of %s counts %i times on 2026-11-22', (day, times) => {
    const { counts } = view([answer('n1', day, 9)]);
    expect(counts.promoters).toBe(times);
  });

  test('says that nobody answered in the year, where the answers are older', () => {
    expect(view([answer('n1', '2025-01-01', 9)])).toMatchObject({
      headline: 'No recent answer',
      basis: 'Nobody answered in the last 365 days.',
      scale: null,
    });
  });

  test.each([
    ['2026-11-22', 'Last answer today', false],
    ['2026-11-21', 'Last answer 1 day ago', false],
    ['2026-05-26', 'Last answer 180 days ago', false],
    ['2026-05-25', 'Last answer 181 days ago', true],
  ])('an answer of %s: %s', (day, last, isStale) => {
    expect(view([answer('n1', day, 9)])).toMatchObject({ last, isStale });
  });
});
