import { LightningElement } from 'lwc';

/** The bell: what the org has to tell, which is nothing as long as it models no notifications. */
export default class Notifications extends LightningElement {
  open = false;

  get expanded(): string {
    return String(this.open);
  }

  handleToggle(): void {
    this.open = !this.open;
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

  private close(): void {
    this.open = false;
    this.template?.querySelector<HTMLElement>('[data-bell]')?.focus();
  }
}
