import { LightningElement, api } from 'lwc';
import { formatDay, formatNumber, formatShare } from 'c/csFormat';

/** What the list needs of a feature; days as `YYYY-MM-DD`. */
export interface Feature {
  name: string;
  /** Uses in the newest month; 0 for a feature that is not used any more. */
  uses: number;
  /** Of all uses in that month, 0–1. */
  share: number;
  since: string;
  until: string;
  /** Whether it may have been used before `since`. */
  isFromStart: boolean;
}

interface Row {
  name: string;
  uses: string;
  share: string;
  percent: number;
  when: string;
  isUsed: boolean;
}

/** Shown until all are asked for. */
const FIRST = 8;
const ALL = 100;

/** How far each feature is adopted: used how often, its share, and since when, or not any more. */
export default class CsUsageFeatures extends LightningElement {
  /** The features, in the order in which they are shown. */
  @api features: Feature[] = [];

  showsAll = false;

  get rows(): Row[] {
    return this.features.slice(0, this.showsAll ? undefined : FIRST).map((feature) => {
      const isUsed = feature.uses > 0;
      return {
        name: feature.name,
        uses: isUsed ? formatNumber(feature.uses) : '–',
        share: isUsed ? formatShare(feature.share) : '–',
        percent: Math.round(feature.share * ALL),
        when: isUsed ? since(feature) : `not any more, last ${formatDay(feature.until)}`,
        isUsed,
      };
    });
  }

  get summary(): string {
    const used = this.features.filter(({ uses }) => uses > 0).length;
    const gone = this.features.length - used;
    return `${formatNumber(used)} in use${gone === 0 ? '' : `, ${formatNumber(gone)} not any more`}`;
  }

  get hasMore(): boolean {
    return this.features.length > FIRST;
  }

  get moreLabel(): string {
    return this.showsAll ? 'Show fewer' : `Show all ${formatNumber(this.features.length)}`;
  }

  handleMore(): void {
    this.showsAll = !this.showsAll;
  }
}

function since({ since: day, isFromStart }: Feature) {
  return isFromStart ? `since ${formatDay(day)} or before` : `since ${formatDay(day)}`;
}
