import { LightningElement, api } from 'lwc';

/** A period with its totals, as text. */
export interface RenewalTile {
  key: string;
  label: string;
  arr: string;
  detail: string;
  needsAttention: boolean;
}

/**
 * Periods as buttons, each with its ARR.
 *
 * @fires periodchange with `detail.period`, the key of the one that was pressed
 */
export default class CsRenewalPipelineTiles extends LightningElement {
  /** What to show. */
  @api tiles: RenewalTile[] = [];

  /** Key of the period that the list shows. */
  @api selected = '';

  get buttons(): (RenewalTile & { pressed: string; className: string; arrClass: string })[] {
    return this.tiles.map((tile) => {
      const isSelected = tile.key === this.selected;
      return {
        ...tile,
        pressed: String(isSelected),
        className: `slds-button tile${isSelected ? ' tile_selected' : ''}`,
        arrClass: `slds-text-heading_medium${tile.needsAttention ? ' slds-text-color_error' : ''}`,
      };
    });
  }

  handleClick(event: Event): void {
    const { period } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('periodchange', { detail: { period } }));
  }
}
