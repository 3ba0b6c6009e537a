import type { ReliabilityBin } from '../domain/backtest/calibration.ts';

const SIZE = 420;
const LEFT = 64;
const TOP = 12;
const RIGHT = 20;
const PLOT = SIZE - LEFT - RIGHT;
/** Ends of the axes with the number of steps that read well; the first that everything fits under is taken. */
const NICE_ENDS = [
  [0.1, 5],
  [0.2, 4],
  [0.4, 4],
  [0.6, 3],
  [0.8, 4],
  [1, 5],
] as const;

/** The reliability curve as SVG: predicted against observed losses, with the diagonal of perfect predictions. */
export function drawReliability(bins: readonly ReliabilityBin[]): string {
  const most = Math.max(...bins.map(({ predicted, high }) => Math.max(predicted, high)), 0);
  const [end, steps] = NICE_ENDS.find(([nice]) => nice >= most) ?? [1, 5];
  const x = (share: number) => (LEFT + (share / end) * PLOT).toFixed(1);
  const y = (share: number) => (TOP + PLOT - (share / end) * PLOT).toFixed(1);
  const ticks = Array.from({ length: steps + 1 }, (_, step) => (end * step) / steps);
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const grid = ticks.map(
    (tick) =>
      `<line class="grid" x1="${x(0)}" x2="${x(end)}" y1="${y(tick)}" y2="${y(tick)}"/>` +
      `<text x="${LEFT - 8}" y="${y(tick)}" dy="4" text-anchor="end">${percent(tick)}</text>` +
      `<text x="${x(tick)}" y="${TOP + PLOT + 22}" text-anchor="middle">${percent(tick)}</text>`,
  );
  const points = bins.map(
    ({ predicted, observed, low, high, customers }) =>
      `<line class="interval" x1="${x(predicted)}" x2="${x(predicted)}" y1="${y(low)}" y2="${y(high)}"/>` +
      `<circle cx="${x(predicted)}" cy="${y(observed)}" r="5"><title>predicted ${percent(predicted)}, observed ` +
      `${percent(observed)} of ${customers} customers</title></circle>`,
  );
  const line = bins.map(({ predicted, observed }) => `${x(predicted)},${y(observed)}`).join(' ');
  return `<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="Reliability curve: predicted against observed losses in ${bins.length} groups; the table below has the numbers">
${grid.join('\n')}
<line class="perfect" x1="${x(0)}" y1="${y(0)}" x2="${x(end)}" y2="${y(end)}"/>
<polyline points="${line}"/>
${points.join('\n')}
<text x="${LEFT + PLOT / 2}" y="${SIZE - 8}" text-anchor="middle">predicted losses</text>
<text transform="rotate(-90)" x="${-(TOP + PLOT / 2)}" y="14" text-anchor="middle">observed losses</text>
</svg>`;
}
