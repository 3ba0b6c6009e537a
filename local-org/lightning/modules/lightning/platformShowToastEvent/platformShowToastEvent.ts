/** Asks the page for a toast: `{ title, message, messageData, variant, mode }`. */
export class ShowToastEvent extends CustomEvent<Record<string, unknown>> {
  constructor(toast: Record<string, unknown>) {
    super('lightning__showtoast', { bubbles: true, composed: true, cancelable: true, detail: toast });
  }
}
