/** The look of a report: follows the reader's light or dark setting, and prints. */
export const REPORT_STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --soft: color-mix(in srgb, currentColor 18%, transparent); }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.6rem; margin: 0; }
  h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
  .verdict { font-weight: 600; }
  .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1rem; margin: 0; }
  .tiles > div { border: 1px solid var(--soft); border-radius: .5rem; padding: .75rem 1rem; }
  .tiles dt { font-weight: 600; }
  .tiles dd { margin: 0; font-size: .9rem; opacity: .8; }
  .tiles .value { font-size: 1.15rem; opacity: 1; font-variant-numeric: tabular-nums; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--soft); vertical-align: top; font-variant-numeric: tabular-nums; }
  tbody th { font-weight: 400; }
  .chart { max-width: 30rem; }
  svg { width: 100%; height: auto; font-size: 12px; fill: currentColor; }
  svg .grid { stroke: var(--soft); }
  svg .perfect { stroke: currentColor; stroke-dasharray: 4 4; opacity: .5; }
  svg .interval { stroke: currentColor; opacity: .4; stroke-width: 2; }
  svg polyline { fill: none; stroke: currentColor; stroke-width: 1.5; }
  @media print { section { break-inside: avoid; } }`;
