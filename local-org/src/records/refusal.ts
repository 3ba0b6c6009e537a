/** How work was refused, for tests: the code and the message of what it threw. */
export function refusalOf(work: () => unknown): [code: unknown, message: unknown] {
  try {
    work();
  } catch (error) {
    const { errorCode, message } = error as { errorCode?: string; message?: string };
    return [errorCode, message];
  }
  return [undefined, 'nothing was thrown'];
}
