import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import ALERT from '@salesforce/schema/CS_Alert__c';
import RESOLVED_ON from '@salesforce/schema/CS_Alert__c.CS_Resolved_On__c';
import USER_ID from '@salesforce/user/Id';
import { isIn, saveAlerts } from 'c/csAlertRecord';
import type { Alert, AlertAction, AlertSave, AlertState } from 'c/csAlertRecord';
import type { AlertRow } from 'c/csAlertCenterRow';
import { countOf, dayOf } from 'c/csFormat';
import { groupsOf } from './listGroups';
import type { Grouping } from './listGroups';
import { isFor, rowOf } from './listRow';
import { doneOf, overlaid, refusalsOf, savesOf, settled, stillAhead, withOverlay } from './listWork';
import type { Done, Overlay } from './listWork';

interface RowElement extends HTMLElement {
  focusMessage(): void;
}

/**
 * Alerts in groups, changed one by one or several at once. What a user does shows at once, is taken back where the
 * org refuses it, and can be undone.
 *
 * @fires changed after alerts were written: what is shown is to be read again
 */
export default class CsAlertCenterList extends LightningElement {
  /** The state whose alerts are listed. */
  @api view: AlertState = 'open';

  /** How the list is divided. */
  @api grouping: Grouping = 'severity';

  /** For the list of one account: it is not named in each row, and nothing is selected. */
  @api compact = false;

  /** The moment for which it is read: a snoozed alert comes back by itself. */
  @api now = new Date();

  overlay: Overlay = {};
  selectedIds: string[] = [];
  openedIds: string[] = [];
  /** Alerts that the user has opened: reading one must not take it from under her eyes. */
  held: Alert[] = [];
  done: Done | undefined;
  refusals: { message: string }[] = [];
  read: Alert[] = [];
  isSaving = false;
  canChange = false;
  #writing = new Set<string>();
  /** Place of the row that the last action was about. */
  #focusAt: number | undefined;

  /** What was read. */
  @api
  get alerts(): Alert[] {
    return this.read;
  }
  set alerts(alerts: Alert[]) {
    this.read = alerts;
    this.overlay = stillAhead(this.overlay, alerts, this.#writing);
  }

  /** Forgets what was selected, opened and done: another list is shown. */
  @api
  startOver(): void {
    this.selectedIds = [];
    this.openedIds = [];
    this.held = [];
    this.refusals = [];
  }

  /** Marks every alert shown as read. */
  @api
  async markAllRead(): Promise<void> {
    await this.act({ name: 'read' }, this.shown);
  }

  @wire(getObjectInfo, { objectApiName: ALERT })
  readRights({ data }: ObjectInfoResult): void {
    this.canChange = data?.fields[RESOLVED_ON.fieldApiName]?.updateable ?? false;
  }

  renderedCallback(): void {
    if (this.#focusAt === undefined || this.isSaving) return;
    const rows = this.template?.querySelectorAll<RowElement>('c-cs-alert-center-row') ?? [];
    const next = rows[Math.min(this.#focusAt, rows.length - 1)];
    this.#focusAt = undefined;
    if (next) next.focusMessage();
    else this.template?.querySelector<HTMLElement>('[data-id="frame"]')?.focus();
  }

  get shown(): Alert[] {
    const ids = new Set(this.read.map(({ id }) => id));
    const held = new Set(this.held.map(({ id }) => id));
    return [...this.read, ...this.held.filter(({ id }) => !ids.has(id))]
      .map((alert) => withOverlay(alert, this.overlay))
      .filter(
        (alert) => isIn(this.view, alert, this.now) || (held.has(alert.id) && isIn('open', alert, this.now)),
      );
  }

  get groups(): { heading: string; rows: AlertRow[] }[] {
    const context = {
      now: this.now,
      userId: USER_ID,
      namesAccount: !this.compact,
      canChange: this.canChange,
      canSelect: !this.compact,
      selected: new Set(this.selectedIds),
      opened: new Set(this.openedIds),
    };
    return groupsOf(this.shown, this.grouping, this.view, dayOf(this.now)).map(({ heading, alerts }) => ({
      heading,
      rows: alerts.map((alert) => rowOf(alert, context)),
    }));
  }

  get rows(): AlertRow[] {
    return this.groups.flatMap(({ rows }) => rows);
  }

  get isEmpty(): boolean {
    return this.shown.length === 0;
  }

  get selectedAlerts(): Alert[] {
    return this.shown.filter(({ id }) => this.selectedIds.includes(id));
  }

  get selectedCount(): number {
    return this.selectedAlerts.length;
  }

  get showsSelectAll(): boolean {
    return this.canChange && !this.compact && !this.isEmpty;
  }

  get allSelected(): boolean {
    return this.selectedCount > 0 && this.selectedCount === this.shown.length;
  }

  get doneText(): string {
    return this.done?.text ?? '';
  }

  get refusalHeading(): string {
    return `${countOf(this.refusals.length, 'alert')} not changed`;
  }

  get shownRefusals(): unknown {
    return this.refusals.length > 0 ? this.refusals : undefined;
  }

  handleSelectAll(event: CustomEvent<{ checked: boolean }>): void {
    this.selectedIds = event.detail.checked ? this.shown.map(({ id }) => id) : [];
  }

  handleTick(event: CustomEvent<{ checked: boolean }>): void {
    const id = idOf(event);
    const others = this.selectedIds.filter((other) => other !== id);
    this.selectedIds = event.detail.checked ? [...others, id] : others;
  }

  handleClear(): void {
    this.selectedIds = [];
  }

  async handleOpen(event: Event): Promise<void> {
    const id = idOf(event);
    const isOpen = this.openedIds.includes(id);
    this.openedIds = isOpen ? this.openedIds.filter((other) => other !== id) : [...this.openedIds, id];
    const alert = this.shown.find((candidate) => candidate.id === id);
    if (isOpen || !alert) return;
    this.held = [...this.held.filter((other) => other.id !== id), alert];
    // Only those whom it is for have read it: for them it would else never be passed on.
    if (this.canChange && isFor(USER_ID, alert))
      await this.write(savesOf({ name: 'read' }, [alert], new Date()));
  }

  async handleAction(event: CustomEvent<{ action: AlertAction }>): Promise<void> {
    const id = idOf(event);
    this.#focusAt = this.rows.findIndex((row) => row.id === id);
    await this.act(
      event.detail.action,
      this.shown.filter((alert) => alert.id === id),
    );
  }

  async handleBulk(event: CustomEvent<{ action: AlertAction }>): Promise<void> {
    const alerts = this.selectedAlerts;
    this.#focusAt = this.rows.findIndex(({ isSelected }) => isSelected);
    this.selectedIds = [];
    await this.act(event.detail.action, alerts);
  }

  async handleUndo(): Promise<void> {
    const saves = this.done?.undo ?? [];
    this.done = undefined;
    this.#focusAt = 0;
    await this.write(saves);
  }

  async act(action: AlertAction, alerts: readonly Alert[]): Promise<void> {
    const saves = savesOf(action, alerts, new Date());
    if (saves.length === 0 || this.isSaving) return;
    if (action.name !== 'read' && action.name !== 'unread') this.release(saves);
    const outcomes = await this.write(saves);
    this.done = doneOf(action, alerts, saves, outcomes);
  }

  /** Writes and shows it at once; whatever the org answers, the list is then read again. */
  async write(saves: readonly AlertSave[]): Promise<Awaited<ReturnType<typeof saveAlerts>>> {
    if (saves.length === 0) return [];
    const known = this.shown;
    this.isSaving = true;
    this.refusals = [];
    for (const { id } of saves) this.#writing.add(id);
    this.overlay = overlaid(this.overlay, saves);
    const outcomes = await saveAlerts(saves);
    for (const { id } of saves) this.#writing.delete(id);
    this.overlay = settled(this.overlay, outcomes);
    this.refusals = refusalsOf(outcomes, known);
    this.isSaving = false;
    this.dispatchEvent(new CustomEvent('changed'));
    return outcomes;
  }

  release(saves: readonly AlertSave[]): void {
    const ids = new Set(saves.map(({ id }) => id));
    this.held = this.held.filter(({ id }) => !ids.has(id));
  }
}

function idOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset.alert ?? '';
}
