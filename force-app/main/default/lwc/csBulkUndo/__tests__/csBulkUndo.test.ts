import type { DoneOperation } from 'c/csBulkPlan';
import { operationOf } from 'c/csBulkPlan';
import { describeOperation, remaining } from 'c/csBulkUndo';

const HOUR_MS = 60 * 60 * 1000;
const change = (id: string) => ({
  ...{ id, name: id, from: 'Growth', to: 'Scale' },
  ...{ fromLabel: 'Growth', toLabel: 'Scale', recordId: null },
});
const doneTo = (...ids: string[]): DoneOperation => ({
  choice: { operation: operationOf('tier')!, value: 'Scale', label: 'Scale' },
  changes: ids.map(change),
});

/** The module as a page that was just loaded has it. */
function freshPage(): typeof import('c/csBulkUndo') {
  let page: typeof import('c/csBulkUndo') | undefined;
  jest.isolateModules(() => {
    page = jest.requireActual<typeof import('c/csBulkUndo')>('c/csBulkUndo');
  });
  return page!;
}

beforeEach(() => {
  sessionStorage.clear();
  jest.useFakeTimers({ now: new Date('2026-11-22T08:00:00Z') });
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('the last operation', () => {
  test('is there again after a reload', () => {
    freshPage().keepOperation(doneTo('1', '2'));
    expect(freshPage().lastOperation()).toEqual(doneTo('1', '2'));
  });

  test('is gone once nothing is left to undo', () => {
    const page = freshPage();
    page.keepOperation(doneTo('1'));
    page.keepOperation(undefined);
    expect(page.lastOperation()).toBeUndefined();
    expect(freshPage().lastOperation()).toBeUndefined();
  });

  test.each([
    [8, true],
    [8.01, false],
  ])('after %d hours it is still offered: %s', (hours, isOffered) => {
    freshPage().keepOperation(doneTo('1'));
    jest.advanceTimersByTime(hours * HOUR_MS);
    expect(freshPage().lastOperation() !== undefined).toBe(isOffered);
  });

  test('is told to every list of the page', () => {
    const page = freshPage();
    const listener = jest.fn();
    const stop = page.onOperationKept(listener);
    page.keepOperation(doneTo('1'));
    stop();
    page.keepOperation(undefined);
    expect(listener.mock.calls).toEqual([[doneTo('1')]]);
  });

  test('where the browser stores nothing it is kept until the page is left', () => {
    const refuse = () => {
      throw new Error('The quota has been exceeded.');
    };
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    const page = freshPage();
    expect(page.lastOperation()).toBeUndefined();
    page.keepOperation(doneTo('1'));
    expect(page.lastOperation()).toEqual(doneTo('1'));
    expect(freshPage().lastOperation()).toBeUndefined();
  });

  test.each([
    '{',
    '{}',
    '{"savedAt":1}',
    '{"savedAt":1,"operation":{"choice":{"operation":{"name":"gone"}},"changes":[]}}',
  ])('what makes no sense is not offered: %s', (text) => {
    freshPage().keepOperation(doneTo('1'));
    sessionStorage.setItem(sessionStorage.key(0)!, text);
    expect(freshPage().lastOperation()).toBeUndefined();
  });
});

test('reads as a sentence', () => {
  expect(describeOperation(doneTo('1', '2'))).toBe('Set tier: Scale (2 accounts)');
});

test('what is left to undo is what was not undone', () => {
  expect(remaining(doneTo('1', '2'), doneTo('2'))?.changes).toEqual([change('1')]);
  expect(remaining(doneTo('1'), doneTo('1'))).toBeUndefined();
});
