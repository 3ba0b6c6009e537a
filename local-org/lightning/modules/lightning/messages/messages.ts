import { api, LightningElement } from 'lwc';

/** Where a record form shows what the org refused and no single field is to blame for. */
export default class LightningMessages extends LightningElement {
  @api error: string | undefined;

  connectedCallback(): void {
    const detail = { show: (message: string | undefined) => (this.error = message) };
    this.dispatchEvent(new CustomEvent('privateregistermessages', { bubbles: true, composed: true, detail }));
  }
}
