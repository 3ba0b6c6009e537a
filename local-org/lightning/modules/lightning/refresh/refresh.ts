type Handler = () => Promise<unknown> | unknown;

const handlers = new Map<number, Handler>();
let nextId = 1;

/** Asks the page to bring its standard components and registered handlers up to date. */
export class RefreshEvent extends CustomEvent<void> {
  static readonly type = 'lightning__refreshview';

  constructor() {
    super(RefreshEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

export const REFRESH_ERROR = 'REFRESH_ERROR';
export const REFRESH_COMPLETE = 'REFRESH_COMPLETE';
export const REFRESH_COMPLETE_WITH_ERRORS = 'REFRESH_COMPLETE_WITH_ERRORS';

/** Runs `handler` on each refresh; answers an id for `unregisterRefreshHandler`. */
export function registerRefreshHandler(_context: unknown, handler: Handler): number {
  handlers.set(nextId, handler);
  return nextId++;
}

/** Stops a handler. */
export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}

/** The whole page is one container here, so a component's own container is known but scopes nothing. */
export function registerRefreshContainer(_context: unknown, _container: unknown, handler?: Handler): number {
  return registerRefreshHandler(_context, handler ?? (() => {}));
}

/** Stops a container. */
export function unregisterRefreshContainer(id: number): void {
  handlers.delete(id);
}

/** What the shell calls on a RefreshEvent. */
export async function runRefreshHandlers(): Promise<string> {
  const settled = await Promise.allSettled([...handlers.values()].map(async (handler) => handler()));
  return settled.some((one) => one.status === 'rejected') ? REFRESH_COMPLETE_WITH_ERRORS : REFRESH_COMPLETE;
}
