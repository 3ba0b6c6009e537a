import CsTimelineItem from 'c/csTimelineItem';
import type { TimelineEvent } from 'c/csTimelineEvents';
import { find, findAll, render } from 'test/render';
import { timelineEvent } from 'test/timeline-events';

function renderItem(properties: Partial<TimelineEvent>, expanded = false) {
  return render('c-cs-timeline-item', CsTimelineItem, {
    event: timelineEvent(properties),
    today: '2026-11-22',
    expanded,
  });
}

describe('c-cs-timeline-item', () => {
  test.each([
    ['2026-11-22', 'Today'],
    ['2026-11-21', 'Yesterday'],
    ['2026-11-20', 'Nov 20'],
  ])('%s is told as %s', async (day, text) => {
    expect(find(await renderItem({ day }), '[data-id="day"]').textContent).toBe(text);
  });

  test('says in two lines what happened and who did it, and opens the record', async () => {
    const element = await renderItem({ summary: 'They want a date' });
    expect(find(element, 'c-cs-record-link')).toMatchObject({ label: 'Status call', objectApiName: 'Task' });
    expect(find(element, '[data-id="subline"]').textContent).toBe('Dana Reyes · They want a date');
    expect(findAll(element, '[data-id="details"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('without a record of its own it is no link', async () => {
    const element = await renderItem({ recordId: null });
    expect(findAll(element, 'c-cs-record-link')).toHaveLength(0);
    expect(find(element, '[data-id="title"]').textContent).toBe('Status call');
  });

  test('asks to be expanded', async () => {
    const element = await renderItem({});
    const toggled = jest.fn();
    element.addEventListener('toggledetails', (event) => toggled((event as CustomEvent).detail));
    const button = find(element, '[data-id="toggle"]');
    expect(button).toMatchObject({
      alternativeText: 'Details of Status call',
      iconName: 'utility:chevronright',
    });
    button.click();
    expect(toggled).toHaveBeenCalledWith({ id: 'e1' });
  });

  test('expanded, it shows when, the facts and the whole text instead of its beginning', async () => {
    const facts = [{ label: 'With', value: 'Alma Duarte' }];
    const element = await renderItem({ summary: 'They…', body: 'They want a date', facts }, true);
    const details = find(element, '[data-id="details"]');
    expect(details.textContent).toContain('Nov 20, 2026');
    expect(details.textContent).toContain('Alma Duarte');
    expect(find(element, 'lightning-formatted-text').value).toBe('They want a date');
    expect(find(element, '[data-id="subline"]').textContent).toBe('Dana Reyes');
    await expect(element).toBeAccessible();
  });

  test('rich text is shown as such', async () => {
    const element = await renderItem({ body: '<b>Hi</b>', isRich: true }, true);
    expect(find(element, 'lightning-formatted-rich-text').value).toBe('<b>Hi</b>');
    expect(findAll(element, 'lightning-formatted-text')).toHaveLength(0);
  });
});
