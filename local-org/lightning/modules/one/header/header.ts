import { api, LightningElement } from 'lwc';
import type { ShellContext } from 'platform/shellData';

/** The global header: search in the middle, notifications and the user's menu on the right. */
export default class Header extends LightningElement {
  @api context: ShellContext | undefined;

  handleSkip(): void {
    this.dispatchEvent(new CustomEvent('skip'));
  }
}
