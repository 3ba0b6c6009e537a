import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';

/** A link to a record: a real address for a new tab, the app's own navigation for a click. */
export default class CsRecordLink extends NavigationMixin(LightningElement) {
  /** API name of the record's object. */
  @api objectApiName = '';

  /** Id of the record. */
  @api recordId = '';

  /** What the link says. */
  @api label = '';

  url: string | undefined;

  connectedCallback(): void {
    this[NavigationMixin.GenerateUrl](this.page).then((url) => {
      this.url = url;
    });
  }

  handleClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](this.page);
  }

  get page(): PageReference {
    return {
      type: 'standard__recordPage',
      attributes: { recordId: this.recordId, objectApiName: this.objectApiName, actionName: 'view' },
    };
  }
}
