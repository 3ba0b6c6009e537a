/** A failure whose message alone is what a person needs: printed without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Runs a command's main function; a CommandError prints one message, anything else its stack; both exit 1. */
export function runMain(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const text =
      error instanceof CommandError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  });
}
