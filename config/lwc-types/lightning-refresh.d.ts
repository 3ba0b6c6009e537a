/** `lightning/refresh`, https://developer.salesforce.com/docs/platform/lwc/guide/data-refreshview.html */
declare module 'lightning/refresh' {
  /** Asks the page to bring its standard components and registered handlers up to date. */
  export class RefreshEvent extends CustomEvent<void> {
    constructor();
  }

  /** Runs `handler` on each refresh of the page; answers an id for `unregisterRefreshHandler`. */
  export function registerRefreshHandler(context: unknown, handler: () => Promise<unknown> | void): number;
  export function unregisterRefreshHandler(id: number): void;
}
