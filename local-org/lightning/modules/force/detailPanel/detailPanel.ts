import { api, LightningElement } from 'lwc';
import { messageOf, readLayout } from 'platform/shellData';

/** The record's details in two columns. */
export default class DetailPanel extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  columns: { field: string; behavior: string }[][] | undefined;
  error: string | undefined;

  async connectedCallback(): Promise<void> {
    try {
      const { detail } = await readLayout(this.objectApiName ?? '');
      const fields = detail.map((field) => ({ field, behavior: 'none' }));
      this.columns = [0, 1].map((column) => fields.filter((_, index) => index % 2 === column));
    } catch (error) {
      this.error = messageOf(error);
    }
  }
}
