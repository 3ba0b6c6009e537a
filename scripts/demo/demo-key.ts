/** The external key of a demo record: stable over days and runs, and told apart from what others load. */
export function demoKey(...parts: readonly (string | number)[]): string {
  return ['demo', ...parts].join(':');
}
