/** A bar of the chart. */
export interface ChartRow {
  key: string;
  label: string;
  arr: string;
  arrAtRisk: string;
  /** The whole bar in words. */
  description: string;
  parts: ChartPart[];
}

/** The part of a bar that one band makes up. */
export interface ChartPart {
  band: string;
  /** 0–1 of the longest bar. */
  share: number;
  description: string;
}

/** A month, and within it a band; an empty band is all of them. */
export interface ChartChoice {
  period: string;
  band: string;
}

/** Where the keyboard is: part 0 is the month itself, the parts of its bar follow. */
export interface ChartPlace {
  row: number;
  part: number;
}

/** A bar as it is drawn. */
export interface Bar extends ChartRow {
  row: number;
  className: string;
  pressed: string;
  tabIndex: string;
  drawn: DrawnPart[];
}

interface DrawnPart extends ChartPart {
  part: number;
  x: string;
  width: string;
  className: string;
  pressed: string;
  tabIndex: string;
}

/** A band that occurs in the chart. */
export interface ChartBand {
  band: string;
  label: string;
}

/** The narrowest part that can still be seen and hit, in percent of the longest bar. */
const NARROWEST = 1.5;

const COLOURS: Readonly<Record<string, string>> = {
  'At Risk': 'at-risk',
  Watch: 'watch',
  Healthy: 'healthy',
};

/** The bars with their places, in percent, so that they fit any width. */
export function viewBars(rows: readonly ChartRow[], choice: ChartChoice, place: ChartPlace): Bar[] {
  return rows.map((bar, row) => {
    const isChosen = bar.key === choice.period;
    const isHere = row === place.row;
    let x = 0;
    const drawn = bar.parts.map((part, index) => {
      const width = Math.max(NARROWEST, part.share * 100);
      const start = x;
      x += width;
      const isOther = choice.band !== '' && choice.band !== part.band;
      return {
        ...part,
        part: index + 1,
        x: `${start}%`,
        width: `${width}%`,
        className: `part ${colourOf(part.band)}${isOther ? ' other' : ''}`,
        pressed: String(isChosen && choice.band === part.band),
        tabIndex: isHere && place.part === index + 1 ? '0' : '-1',
      };
    });
    return {
      ...bar,
      row,
      drawn,
      className: `bar${isChosen ? ' chosen' : ''}`,
      pressed: String(isChosen),
      tabIndex: isHere && isMonth(place, bar) ? '0' : '-1',
    };
  });
}

/** Where a key leads from a place; undefined for keys that lead nowhere. */
export function moveTo(
  key: string,
  { row, part }: ChartPlace,
  rows: readonly ChartRow[],
): ChartPlace | undefined {
  const last = rows.length - 1;
  const parts = rows[row]?.parts.length ?? 0;
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), part: 0 };
    case 'ArrowDown':
      return { row: Math.min(last, row + 1), part: 0 };
    case 'ArrowLeft':
      return { row, part: Math.max(0, part - 1) };
    case 'ArrowRight':
      return { row, part: Math.min(parts, part + 1) };
    case 'Home':
      return { row: 0, part: 0 };
    case 'End':
      return { row: last, part: 0 };
    default:
      return undefined;
  }
}

/** What each colour stands for. */
export function viewLegend(bands: readonly ChartBand[]): (ChartBand & { className: string })[] {
  return bands.map((item) => ({ ...item, className: `swatch ${colourOf(item.band)}` }));
}

/** The month keeps the keyboard where the part that had it is gone. */
function isMonth({ part }: ChartPlace, { parts }: ChartRow): boolean {
  return part === 0 || part > parts.length;
}

function colourOf(band: string): string {
  return COLOURS[band] ?? 'no-band';
}
