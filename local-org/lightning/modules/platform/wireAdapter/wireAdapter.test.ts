import { describe, expect, jest, test } from '@jest/globals';
import { createWireAdapter, type WireSource } from './wireAdapter.ts';

interface Config {
  recordId?: string | undefined;
  size?: number | undefined;
}

interface Adapter {
  connect(): void;
  disconnect(): void;
  update(config: Config): void;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

interface Provided {
  data: unknown;
  error: unknown;
  refresh?: () => Promise<void>;
}

function start(load: (config: Config) => Promise<unknown>, extra: Partial<WireSource<Config, unknown>> = {}) {
  let change: (() => void) | undefined;
  const stop = jest.fn();
  const provide = jest.fn<(value: Provided) => void>();
  const AdapterClass = createWireAdapter<Config, unknown>({
    required: ['recordId'],
    load,
    watch: (_, changed) => {
      change = changed;
      return stop;
    },
    ...extra,
  }) as unknown as new (provide: unknown) => Adapter;
  return { adapter: new AdapterClass(provide), provide, stop, change: () => change?.() };
}

describe('a wire adapter', () => {
  test('provides neither data nor error at first', () => {
    expect(start(async () => 1).provide.mock.calls).toEqual([[{ data: undefined, error: undefined }]]);
  });

  test.each<[string, Config]>([
    ['a required parameter is missing', {}],
    ['a parameter is undefined', { recordId: '1', size: undefined }],
  ])('asks nothing while %s', async (_, config) => {
    const load = jest.fn(async () => 1);
    const { adapter } = start(load);
    adapter.connect();
    adapter.update(config);
    await settled();
    expect(load).not.toHaveBeenCalled();
  });

  test('asks nothing while the component is not on the page', async () => {
    const load = jest.fn(async () => 1);
    const { adapter } = start(load);
    adapter.update({ recordId: '1' });
    await settled();
    expect(load).not.toHaveBeenCalled();
  });

  test('provides what it reads, read-only all the way down', async () => {
    const { adapter, provide } = start(async () => ({ fields: { Name: { value: 'A' } } }));
    adapter.connect();
    adapter.update({ recordId: '1' });
    await settled();
    const { data } = provide.mock.lastCall![0] as { data: { fields: { Name: object } } };
    expect(data).toEqual({ fields: { Name: { value: 'A' } } });
    expect(Object.isFrozen(data.fields.Name)).toBe(true);
  });

  test('provides a failure as the error', async () => {
    const failure = { status: 404, body: [] };
    const { adapter, provide } = start(() => Promise.reject(failure));
    adapter.connect();
    adapter.update({ recordId: '1' });
    await settled();
    expect(provide.mock.lastCall).toEqual([{ data: undefined, error: failure }]);
  });

  test('drops an answer that comes after a newer question', async () => {
    const answers: ((value: string) => void)[] = [];
    const { adapter, provide } = start(() => new Promise((resolve) => answers.push(resolve)));
    adapter.connect();
    adapter.update({ recordId: '1' });
    adapter.update({ recordId: '2' });
    answers[1]!('second');
    answers[0]!('first');
    await settled();
    expect(provide.mock.calls.map(([{ data }]) => data)).toEqual([undefined, 'second']);
  });

  test('drops the answer to a question that is no longer asked', async () => {
    const answers: ((value: string) => void)[] = [];
    const { adapter, provide } = start(() => new Promise((resolve) => answers.push(resolve)));
    adapter.connect();
    adapter.update({ recordId: '1' });
    adapter.update({ recordId: undefined });
    answers[0]!('first');
    await settled();
    expect(provide.mock.calls.map(([{ data }]) => data)).toEqual([undefined]);
  });

  test('has refreshed once the newest answer is there, whichever question brought it', async () => {
    const answers: ((value: string) => void)[] = [];
    const { adapter, provide, change } = start(() => new Promise((resolve) => answers.push(resolve)), {
      present: ({ data, error }, refresh) => ({ data, error, refresh }),
    });
    adapter.connect();
    adapter.update({ recordId: '1' });
    answers[0]!('before');
    await settled();
    let shown: unknown;
    void provide.mock.lastCall![0].refresh!().then(() => (shown = provide.mock.lastCall![0].data));
    change();
    answers[1]!('dropped');
    await settled();
    expect(shown).toBeUndefined();
    answers[2]!('after');
    await settled();
    expect(shown).toBe('after');
  });

  test('reads again when told of a change, and no more once it left the page', async () => {
    let version = 0;
    const { adapter, provide, change, stop } = start(async () => ++version);
    adapter.connect();
    adapter.update({ recordId: '1' });
    await settled();
    change();
    await settled();
    expect(provide.mock.lastCall?.[0].data).toBe(2);
    adapter.disconnect();
    expect(stop).toHaveBeenCalledTimes(1);
    change();
    await settled();
    expect(version).toBe(2);
  });
});
