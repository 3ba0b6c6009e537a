import type { WireAdapterConstructor } from 'lwc';
import { deepFreeze } from 'platform/freeze';

export interface WireResult<T> {
  data: T | undefined;
  error: unknown;
}

/** Where a wire's data comes from: the shared caches implement it. */
export interface WireSource<C, T> {
  /** The parameters without which nothing is asked for. */
  required: readonly (keyof C & string)[];
  /** `isFresh`: an answer that was kept will not do, because something may have changed since. */
  load(config: C, isFresh: boolean): Promise<T>;
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
      const config = this.#config;
      if (!config || !isComplete(config, source.required)) return;
      this.#stop = source.watch?.(config, () => void this.reload(true));
      void this.reload(false);
    }

    async reload(isFresh: boolean): Promise<void> {
      const config = this.#config;
      if (!config || !this.#connected) return;
      const question = ++this.#question;
      const result = await settle(source.load(config, isFresh));
      if (question !== this.#question) return;
      this.#provide(WireAdapter.present(result, () => this.reload(true)));
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
