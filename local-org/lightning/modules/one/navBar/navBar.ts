import { api, LightningElement } from 'lwc';
import AppLauncher from 'one/appLauncher';
import { goTo } from 'platform/location';
import type { ShellContext } from 'platform/shellData';

/** The app's name and its tabs, and the way to the other apps. */
export default class NavBar extends LightningElement {
  @api context: ShellContext | undefined;
  @api activeUrl = '';

  get items() {
    return (this.context?.app.items ?? []).map((item) => {
      const active = item.url === this.activeUrl;
      return {
        ...item,
        current: active ? 'page' : undefined,
        classes: `slds-context-bar__item${active ? ' slds-is-active' : ''}`,
      };
    });
  }

  async handleLauncher(): Promise<void> {
    const name = (await AppLauncher.open({
      label: 'App Launcher',
      size: 'small',
      apps: this.context?.apps,
    } as never)) as string | undefined;
    if (name) goTo({ type: 'standard__app', attributes: { appTarget: name }, state: {} });
  }
}
