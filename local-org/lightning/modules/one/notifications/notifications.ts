import { LightningElement } from 'lwc';
import { countUnread, markAllRead, markRead, openTarget, readNotifications } from 'platform/bell';
import type { BellNotification } from 'platform/bell';
import { bellBadge, bellItems, bellLabel, type BellItem } from './bellItems';

/** How often a window that somebody looks at asks how many are unread. */
const POLL_MS = 60_000;

/** The bell: what the user was told, with the number of what she has not read. */
export default class Notifications extends LightningElement {
  open = false;
  unread = 0;
  notifications: BellNotification[] | undefined;
  failed = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    void this.count();
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.count();
    }, POLL_MS);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  get expanded(): string {
    return String(this.open);
  }

  get badge(): string {
    return bellBadge(this.unread);
  }

  get label(): string {
    return bellLabel(this.unread);
  }

  get items(): BellItem[] {
    return bellItems(this.notifications ?? [], new Date());
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  get isLoading(): boolean {
    return !this.notifications && !this.failed;
  }

  get isEmpty(): boolean {
    return this.notifications?.length === 0;
  }

  get hasUnread(): boolean {
    return this.unread > 0;
  }

  async handleToggle(): Promise<void> {
    this.open = !this.open;
    if (this.open) await this.load();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
  }

  handleFocusOut(event: FocusEvent): void {
    const inside = event.relatedTarget && (event.currentTarget as Node).contains(event.relatedTarget as Node);
    if (!inside) this.open = false;
  }

  handleClose(): void {
    this.close();
  }

  async handleItem(event: Event): Promise<void> {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const item = this.notifications?.find((one) => one.id === id);
    if (!item) return;
    this.close();
    openTarget(item);
    if (!item.read) await this.change(() => markRead(item.id));
  }

  async handleAllRead(): Promise<void> {
    // The button goes with what it did: the keyboard stays in the panel.
    this.template?.querySelector<HTMLElement>('section')?.focus();
    await this.change(markAllRead);
    await this.load();
  }

  private async load(): Promise<void> {
    try {
      this.failed = false;
      this.notifications = await readNotifications();
    } catch {
      this.failed = true;
    }
    await this.count();
  }

  private async change(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch {
      this.failed = true;
    }
    await this.count();
  }

  /** A bell that cannot ask keeps its number: the pages say what is wrong with the org. */
  private async count(): Promise<void> {
    try {
      this.unread = await countUnread();
    } catch {
      this.unread = Number(this.unread);
    }
  }

  private close(): void {
    this.open = false;
    this.template?.querySelector<HTMLElement>('[data-bell]')?.focus();
  }
}
