import type { WireAdapterConstructor } from 'lwc';
import { deepFreeze } from 'platform/freeze';

export interface WireResult<T> {
  data: T | undefined;
  error: unknown;
}

/**
 * How new an answer has to be: one that was kept will do, or one that was asked for since the last change that the
 * page knows of, or, where something changed that only the asker knows of, one that is asked for now.
 */
export type Freshness = 'kept' | 'sinceChange' | 'now';

/** Where a wire's data comes from: the shared caches implement it. */
export interface WireSource<C, T> {
  /** The parameters without which nothing is asked for. */
  required: readonly (keyof C & string)[];
  load(config: C, freshness: Freshness): Promise<T>;
  /** Calls back whenever a fresh value should be loaded or is there; answers how to stop. */
  watch?(config: C, changed: () => void): () => void;
  /** The value provided to the component, where it is not `{ data, error }`. */
  present?(result: WireResult<T>, reload: () => Promise<void>): unknown;
}

type DataCallback = (value: unknown) => void;

/**
 * A wire adapter over a source, with the platform's contract: an undefined parameter holds the request back,
 * values are read-only, a failure comes in `error`, and an answer that arrives after a newer question is dropped.
 */
export function createWireAdapter<C extends object, T>(source: WireSource<C, T>): WireAdapterConstructor<C> {
  class WireAdapter {
    #provide: DataCallback;
    #config: C | undefined;
    #connected = false;
    #question = 0;
    /** Settles when the newest question has been answered. */
    #newest: Promise<void> = Promise.resolve();
    #stop: (() => void) | undefined;

    constructor(provide: DataCallback) {
      this.#provide = provide;
      provide(WireAdapter.present({ data: undefined, error: undefined }, async () => {}));
    }

    connect(): void {
      this.#connected = true;
      this.start();
    }

    disconnect(): void {
      this.#connected = false;
      this.#question++;
      this.#stop?.();
      this.#stop = undefined;
    }

    update(config: C): void {
      this.#config = config;
      if (this.#connected) this.start();
    }

    start(): void {
      this.#stop?.();
      this.#stop = undefined;
      // What was asked for before is wanted no more, whether something else is or nothing.
      this.#question++;
      const config = this.#config;
      if (!config || !isComplete(config, source.required)) return;
      this.#stop = source.watch?.(config, () => this.ask('sinceChange'));
      this.ask('kept');
    }

    ask(freshness: Freshness): void {
      if (this.#config && this.#connected) this.#newest = this.answer(this.#config, freshness);
    }

    async answer(config: C, freshness: Freshness): Promise<void> {
      const question = ++this.#question;
      const result = await settle(source.load(config, freshness));
      if (question !== this.#question) return;
      this.#provide(WireAdapter.present(result, () => this.refresh()));
    }

    /** Is over once the component has what is newest, which a later question may have brought. */
    async refresh(): Promise<void> {
      this.ask('now');
      for (let awaited: Promise<void> | undefined; awaited !== this.#newest;) {
        awaited = this.#newest;
        await awaited;
      }
    }

    static present(result: WireResult<T>, reload: () => Promise<void>): unknown {
      deepFreeze(result);
      return source.present ? source.present(result, reload) : result;
    }
  }
  return WireAdapter as unknown as WireAdapterConstructor<C>;
}

function isComplete<C extends object>(config: C, required: readonly (keyof C & string)[]): boolean {
  return (
    required.every((name) => config[name] !== undefined && config[name] !== null) &&
    Object.values(config).every((value) => value !== undefined)
  );
}

async function settle<T>(work: Promise<T>): Promise<WireResult<T>> {
  try {
    return { data: await work, error: undefined };
  } catch (error) {
    return { data: undefined, error };
  }
}
