import CsNpsHistory from 'c/csNpsHistory';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const LONG = `${'The weekly calls turned this around. '.repeat(6)}Thank you.`;

const answer = (id: string, more: object = {}) => ({
  id,
  day: '2026-11-02',
  score: 9,
  survey: 'Relationship survey Q4 2026',
  comment: '',
  contactId: '003A',
  contact: 'Alma Berg',
  isLatest: true,
  ...more,
});

const renderIt = (answers: object[], more: object = {}) =>
  render('c-cs-nps-history', CsNpsHistory, { answers, total: answers.length, ...more });

const rows = (element: Rendered) => findAll(element, '[data-id="answer"]').map((row) => row.textContent);

describe('the history of NPS answers', () => {
  test('shows who answered what, when and in which survey', async () => {
    const element = await renderIt([answer('n1', { comment: 'Works.' })]);
    expect(rows(element)[0]).toMatch(/9.*Promoter.*Nov 2, 2026 · Relationship survey Q4 2026.*Works\./s);
    expect(find(element, 'c-cs-record-link')).toMatchObject({
      objectApiName: 'Contact',
      recordId: '003A',
      label: 'Alma Berg',
    });
    await expect(element).toBeAccessible();
  });

  test.each([
    [{ contactId: null, contact: '' }, 'Nobody in particular'],
    [{ contactId: '003A', contact: '' }, 'A contact you cannot see'],
  ])('links no contact where there is none to open: %j', async (contact, text) => {
    const element = await renderIt([answer('n1', contact)]);
    expect(findAll(element, 'c-cs-record-link')).toHaveLength(0);
    expect(textOf(element)).toContain(text);
  });

  test('unfolds a long comment, and folds it again', async () => {
    const element = await renderIt([answer('n1', { comment: LONG })]);
    const comment = () => find(element, '.comment').textContent ?? '';
    expect(comment()).toMatch(/^The weekly calls.{80,}…$/);
    find(element, 'button[data-id="n1"]').click();
    await settle();
    expect(comment()).toContain('Thank you.');
    expect(find(element, 'button[data-id="n1"]').getAttribute('aria-expanded')).toBe('true');
    find(element, 'button[data-id="n1"]').click();
    await settle();
    expect(comment()).not.toContain('Thank you.');
    await expect(element).toBeAccessible();
  });

  test('narrows to the latest of each person', async () => {
    const element = await renderIt([answer('n1'), answer('n2', { isLatest: false, score: 3 })]);
    expect(rows(element)).toHaveLength(2);
    find(element, 'lightning-radio-group').dispatchEvent(
      new CustomEvent('change', { detail: { value: 'latest' } }),
    );
    await settle();
    expect(rows(element)).toHaveLength(1);
  });

  test('shows the newest ones first, and all when asked', async () => {
    const element = await renderIt(Array.from({ length: 12 }, (_, index) => answer(`n${index}`)));
    expect(rows(element)).toHaveLength(8);
    expect(find(element, '[data-id="more"]').label).toBe('Show all 12');
    find(element, '[data-id="more"]').click();
    await settle();
    expect(rows(element)).toHaveLength(12);
    expect(findAll(element, '[data-id="more"]')).toHaveLength(0);
  });

  test('says that not all answers of the org are among them', async () => {
    const element = await renderIt([answer('n1')], { total: 350 });
    expect(textOf(element)).toContain('The newest 1 of 350 answers are shown and counted.');
  });
});
