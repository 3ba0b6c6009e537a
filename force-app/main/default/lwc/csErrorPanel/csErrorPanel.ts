import { LightningElement, api } from 'lwc';
import { reduceErrors } from 'c/csLdsErrors';

/** Says what went wrong; shows nothing while there is no error. */
export default class CsErrorPanel extends LightningElement {
  /** What could not be done, in the user's words: "The risk score could not be loaded". */
  @api heading = 'Something went wrong';

  /** One error or a list, as a wire or a promise of the platform gave it. */
  @api errors: unknown;

  get messages(): { key: number; text: string }[] {
    return reduceErrors(this.errors).map((text, key) => ({ key, text }));
  }

  get hasMessages(): boolean {
    return this.messages.length > 0;
  }
}
