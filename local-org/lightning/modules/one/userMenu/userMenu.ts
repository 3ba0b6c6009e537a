import { api, LightningElement } from 'lwc';
import type { OrgUser, ShellContext } from 'platform/shellData';

/** Who is logged in, as whom else one can go on, and the way out. */
export default class UserMenu extends LightningElement {
  @api context: ShellContext | undefined;

  get user(): OrgUser | undefined {
    return this.context?.user;
  }

  get others(): OrgUser[] {
    return (this.context?.users ?? []).filter(({ id }) => id !== this.user?.id);
  }

  get initials(): string {
    const parts = (this.user?.name ?? '').split(/\s+/);
    return parts
      .map((part) => part.charAt(0))
      .join('')
      .slice(0, 2)
      .toUpperCase();
  }

  get menuLabel(): string {
    return `View profile: ${this.user?.name ?? ''}`;
  }

  get description(): string {
    return [this.user?.title, this.user?.profile].filter(Boolean).join(' · ');
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    if (value === 'logout') return window.location.assign('/secur/logout.jsp');
    const here = window.location.pathname + window.location.search;
    window.location.assign(`/login?as=${encodeURIComponent(value)}&retURL=${encodeURIComponent(here)}`);
  }
}
