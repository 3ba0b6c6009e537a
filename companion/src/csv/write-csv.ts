/** A row of a CSV file, its line break included. Cells that need quotes get them. */
export function toCsvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quote(String(cell))).join(',')}\n`;
}

// A leading =, +, - or @ would be run as a formula by spreadsheets: it is shown as the text it is.
const quote = (cell: string) => {
  const text = /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
