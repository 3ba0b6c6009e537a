/** The look of the companion's own pages: follows the reader's light or dark setting. */
export const PAGE_STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; margin: 0; }
  h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
  dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1.5rem; margin: 0; }
  dt { opacity: .7; }
  dd { margin: 0; overflow-wrap: anywhere; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
  td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
  progress { width: 100%; }
  .findings td, .findings th { vertical-align: top; overflow-wrap: anywhere; }
  .findings th { overflow-wrap: normal; }
  .findings small { display: block; opacity: .8; }
  .level { white-space: nowrap; font-weight: 600; }
  .level.fail { color: light-dark(#b60554, #fe8aa7); }
  .level.warn { color: light-dark(#8c4b02, #fe9339); }
  .level.ok { color: light-dark(#056764, #04e1cb); }
  .verdict { font-weight: 600; }`;
