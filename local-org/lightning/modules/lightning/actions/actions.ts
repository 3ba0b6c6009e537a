/** Asks the page to close the screen action that fires it. */
export class CloseActionScreenEvent extends CustomEvent<void> {
  constructor() {
    super('lightning__actionsclosescreen', { bubbles: true, composed: true });
  }
}
