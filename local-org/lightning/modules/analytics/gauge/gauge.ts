import { api, LightningElement } from 'lwc';

interface Zone {
  key: string;
  className: string;
  dashes: string;
  offset: string;
}

/** A half circle with its zones, and a hand that points at the value. */
export default class Gauge extends LightningElement {
  @api value: number | null = null;
  @api text = '';
  @api min = 0;
  @api max = 100;
  /** Where the second and the third zone begin. */
  @api breakpoints: (number | null)[] = [];
  /** `good`, `fair` or `poor` for each zone. */
  @api tones: string[] = [];

  get zones(): Zone[] {
    const ends = [...this.breakpoints, this.max].filter((end): end is number => end !== null);
    let start = 0;
    return ends.map((end, index) => {
      const until = this.share(end);
      const length = Math.max(0, until - start);
      const zone = {
        key: String(index),
        className: `zone ${this.tones[index] ?? 'fair'}`,
        dashes: `${length} ${100 - length}`,
        offset: String(-start),
      };
      start = until;
      return zone;
    });
  }

  get hand(): string {
    return `rotate(${(this.share(this.value ?? this.min) / 100) * 180 - 90} 50 50)`;
  }

  get hasValue(): boolean {
    return this.value !== null;
  }

  get description(): string {
    return `${this.text}, on a scale from ${this.min} to ${this.max}`;
  }

  private share(value: number): number {
    const { min, max } = this;
    return max > min ? Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100)) : 0;
  }
}
