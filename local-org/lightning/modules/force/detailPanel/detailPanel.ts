import { api, LightningElement } from 'lwc';
import { readRecordLayout, type LayoutSection } from 'platform/recordLayout';
import { messageOf } from 'platform/shellData';

/** The record's details as its layout arranges them. */
export default class DetailPanel extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  sections: LayoutSection[] | undefined;
  error: string | undefined;

  async connectedCallback(): Promise<void> {
    try {
      this.sections = await readRecordLayout(this.objectApiName ?? '', 'Full');
    } catch (error) {
      this.error = messageOf(error);
    }
  }
}
