import CsTimelineChunk from 'c/csTimelineChunk';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { timelineEvent } from 'test/timeline-events';

type See = (seen: { isIntersecting: boolean; boundingClientRect: { height: number } }[]) => void;

/** The browser's observer, in the hands of the test. */
let see: See;
const disconnect = jest.fn();

beforeEach(() => {
  class Observer {
    constructor(callback: See) {
      see = callback;
    }
    observe = jest.fn();
    disconnect = disconnect;
  }
  Object.assign(window, { IntersectionObserver: Observer });
});

afterEach(() => {
  Reflect.deleteProperty(window, 'IntersectionObserver');
});

function chunkOf(ids: string[], properties: object = {}): object {
  const events = ids.map((id) => timelineEvent({ id }));
  return { events, start: 20, size: 25, startsNear: true, ...properties };
}

function renderChunk(chunk: object): Promise<Rendered> {
  return render('c-cs-timeline-chunk', CsTimelineChunk, { chunk, today: '2026-11-22' });
}

const box = (element: Element) => find(element, '[data-id="box"]');

describe('c-cs-timeline-chunk', () => {
  test('is a stretch of the list of its month', async () => {
    const element = await renderChunk(chunkOf(['a', 'b']));
    const places = findAll(element, 'li').map((row) => [
      row.getAttribute('aria-posinset'),
      row.getAttribute('aria-setsize'),
    ]);
    expect(places).toEqual([
      ['21', '25'],
      ['22', '25'],
    ]);
    await expect(element).toBeAccessible();
  });

  test('of a short timeline is drawn wherever it is', async () => {
    const element = await renderChunk(chunkOf(['a', 'b'], { startsNear: false, isKept: true }));
    see([{ isIntersecting: false, boundingClientRect: { height: 90 } }]);
    await settle();
    expect(findAll(element, 'li')).toHaveLength(2);
  });

  test('further down it draws no row before it comes near, and keeps a place for them', async () => {
    const element = await renderChunk(chunkOf(['a', 'b'], { startsNear: false }));
    expect(findAll(element, 'li')).toHaveLength(0);
    expect(box(element).getAttribute('style')).toBe('min-height: 120px');
    see([{ isIntersecting: true, boundingClientRect: { height: 120 } }]);
    await settle();
    expect(findAll(element, 'li')).toHaveLength(2);
  });

  test('takes its rows out when it is far away, and stays as tall as they were', async () => {
    const element = await renderChunk(chunkOf(['a', 'b']));
    see([{ isIntersecting: false, boundingClientRect: { height: 333 } }]);
    await settle();
    expect(findAll(element, 'li')).toHaveLength(0);
    expect(box(element).getAttribute('style')).toBe('min-height: 333px');
  });

  test('remembers what was expanded while its rows were away', async () => {
    const element = await renderChunk(chunkOf(['a', 'b']));
    const items = () => findAll(element, 'c-cs-timeline-item').map(({ expanded }) => expanded);
    find(element, 'c-cs-timeline-item').dispatchEvent(
      new CustomEvent('toggledetails', { detail: { id: 'a' } }),
    );
    await settle();
    expect(items()).toEqual([true, false]);
    see([{ isIntersecting: false, boundingClientRect: { height: 333 } }]);
    await settle();
    see([{ isIntersecting: true, boundingClientRect: { height: 333 } }]);
    await settle();
    expect(items()).toEqual([true, false]);
  });

  test('draws other events when it is given others', async () => {
    const element = await renderChunk(chunkOf(['a', 'b']));
    element.chunk = chunkOf(['b', 'c']);
    await settle();
    expect(findAll(element, 'li').map((row) => row.dataset.event)).toEqual(['b', 'c']);
  });

  test('watches nothing any more once it is gone', async () => {
    const element = await renderChunk(chunkOf(['a']));
    element.remove();
    expect(disconnect).toHaveBeenCalledTimes(1);
  });
});
