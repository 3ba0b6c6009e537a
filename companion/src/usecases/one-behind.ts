/** What is done with each item, in two parts. */
export interface Work<Item, Ready> {
  prepare(item: Item): Promise<Ready>;
  finish(ready: Ready): Promise<void>;
}

/**
 * Prepares item after item while the one before is finished: each by one at a time, in order. Ends with the items, when
 * it is told to stop, or with the first failure; what was begun to be finished comes to its end, what was only prepared
 * is dropped.
 */
export async function oneBehind<Item, Ready>(
  items: AsyncIterable<Item>,
  { prepare, finish }: Work<Item, Ready>,
  signal: AbortSignal,
): Promise<void> {
  let finishing: Promise<void> = Promise.resolve();
  try {
    for await (const item of items) {
      if (signal.aborted) break;
      const ready = await prepare(item);
      await finishing;
      if (signal.aborted) break;
      finishing = finish(ready);
      // Its failure is told where it is waited for.
      finishing.catch(() => undefined);
    }
  } finally {
    await finishing;
  }
}
