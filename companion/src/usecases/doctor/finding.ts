/** What a check is about; findings are told in this order. */
export const AREAS = [
  'machine',
  'environment',
  'secrets',
  'database',
  'org',
  'rights',
  'records',
  'work',
] as const;
export type Area = (typeof AREAS)[number];

/** What one check came to. `remedy` is what to do about it: a command, or where to click. */
export interface Finding {
  area: Area;
  name: string;
  level: 'ok' | 'warn' | 'fail';
  /** One line, without secrets. */
  detail: string;
  remedy: string | null;
}

/** All is as it should be. */
export const ok = (area: Area, name: string, detail: string): Finding => ({
  ...{ area, name, detail },
  ...{ level: 'ok', remedy: null },
});

/** It works now, and will not for ever. */
export const warn = (area: Area, name: string, detail: string, remedy: string): Finding => ({
  ...{ area, name, detail },
  ...{ level: 'warn', remedy },
});

/** It does not work. */
export const fail = (area: Area, name: string, detail: string, remedy: string): Finding => ({
  ...{ area, name, detail },
  ...{ level: 'fail', remedy },
});

/** Whether nothing has failed. */
export const isWell = (findings: readonly Finding[]) => findings.every(({ level }) => level !== 'fail');

/** The first few of a list, and how many more there are. */
export function listSome(names: readonly string[], shown = 6): string {
  const rest = names.length - shown;
  return rest > 0 ? `${names.slice(0, shown).join(', ')} and ${rest} more` : names.join(', ');
}
