import { LightningElement } from 'lwc';
import { searchByName, type Found } from 'platform/search';
import { messageOf } from 'platform/shellData';

/** The home page of an app without one of its own: accounts to go on with. */
export default class Welcome extends LightningElement {
  accounts: Found[] | undefined;
  error: string | undefined;

  async connectedCallback(): Promise<void> {
    try {
      this.accounts = await searchByName('Account', '', { limit: 12 });
    } catch (error) {
      this.error = messageOf(error);
    }
  }

  get links() {
    return (this.accounts ?? []).map((account) => ({
      ...account,
      url: `/lightning/r/Account/${account.id}/view`,
    }));
  }

  get isEmpty(): boolean {
    return this.accounts?.length === 0;
  }
}
