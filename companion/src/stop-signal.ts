const SIGNALS = { SIGTERM: 15, SIGINT: 2 } as const;

/**
 * Listens for the word to stop from the very beginning: as the first process of a container, one that does not listen is
 * not stopped by SIGTERM at all. While the service starts there is nothing to finish, and it ends at once.
 *
 * @returns call it when the service is at work: resolves with the name of the signal
 */
export function listenForStop(): () => Promise<string> {
  let stop: ((signal: string) => void) | null = null;
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
      if (stop === null) process.exit(128 + number);
      stop(signal);
    });
  }
  return () => new Promise((resolve) => (stop = resolve));
}
