import { api, LightningElement } from 'lwc';

interface Region {
  name: string;
  size: number;
  items: { id: string }[];
}

/** Lays a page's regions out by its template. */
export default class FlexiPage extends LightningElement {
  @api model: { rows: Region[][] } | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  get rows() {
    return (this.model?.rows ?? []).map((row, index) => ({
      key: index,
      regions: row.map((region) => ({
        ...region,
        classes: `slds-col slds-size_1-of-1 slds-large-size_${region.size}-of-12`,
      })),
    }));
  }
}
