import { api, LightningElement } from 'lwc';
import { messageOf, readLayout, type ObjectLayout } from 'platform/shellData';

type Related = ObjectLayout['related'][number];

/** The lists of a record's children; or one of them, by its relationship's name. */
export default class RelatedListContainer extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  /** The relationship, where a page places a single list. */
  @api relationship: string | undefined;

  related: Related[] | undefined;
  error: string | undefined;

  async connectedCallback(): Promise<void> {
    try {
      const { related } = await readLayout(this.objectApiName ?? '');
      this.related = this.relationship
        ? related.filter(({ relationship }) => relationship === this.relationship)
        : related;
    } catch (error) {
      this.error = messageOf(error);
    }
  }

  get isEmpty(): boolean {
    return this.related?.length === 0;
  }
}
