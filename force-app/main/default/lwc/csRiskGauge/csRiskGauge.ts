import { LightningElement, api } from 'lwc';

/** A score on its scale: where it lies, and where the bands of the account begin. */
export interface GaugeView {
  /** 0–100, higher is worse. */
  score: number;
  band: string;
  watchFrom: number;
  atRiskFrom: number;
}

interface Zone {
  key: string;
  from: number;
  to: number;
}

/** A risk score on its scale from 0 to 100, with the bands behind it. */
export default class CsRiskGauge extends LightningElement {
  /** What to show. */
  @api gauge: GaugeView | undefined;

  get zones(): { key: string; className: string; x: string; width: string }[] {
    return this.#zones().map(({ key, from, to }) => {
      const current = key === this.gauge?.band ? 'zone_current' : '';
      const className = `zone zone_${key.toLowerCase().replace(' ', '-')} ${current}`.trim();
      return { key, className, x: `${from}%`, width: `${to - from}%` };
    });
  }

  get ticks(): { key: string; label: string; x: string; anchor: string }[] {
    return this.#zones().map(({ key, from }, index) => ({
      key,
      label: index === 0 ? key : `${key} from ${from}`,
      x: `${from}%`,
      anchor: 'start',
    }));
  }

  get markerX(): string {
    return `${this.gauge?.score ?? 0}%`;
  }

  get description(): string {
    const { score, watchFrom, atRiskFrom, band } = this.gauge ?? {};
    return `Risk ${score} on a scale from 0 to 100: ${band}. Watch begins at ${watchFrom}, At Risk at ${atRiskFrom}.`;
  }

  #zones = (): Zone[] => {
    if (!this.gauge) return [];
    const { watchFrom, atRiskFrom } = this.gauge;
    return [
      { key: 'Healthy', from: 0, to: watchFrom },
      { key: 'Watch', from: watchFrom, to: atRiskFrom },
      { key: 'At Risk', from: atRiskFrom, to: 100 },
    ];
  };
}
