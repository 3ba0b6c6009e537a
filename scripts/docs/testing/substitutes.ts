import { demoKey } from '../../demo/demo-key.ts';

/** What a command of the documentation is run on. */
export interface RunningProduct {
  /** The data folder of the product. */
  data: string;
  /** URL of the companion. */
  companion: string;
  /** A folder for the files that commands read. */
  files: string;
}

const DAY_MS = 24 * 60 * 60_000;

/** The names that the documentation uses for what is different on each machine, and what they are here. */
export function substitutes(
  { companion, files }: RunningProduct,
  today: Date,
): [name: string, here: string][] {
  const dayBefore = (days: number) => new Date(today.getTime() - days * DAY_MS).toISOString().slice(0, 10);
  return [
    ['http://localhost:4610', companion],
    ['$COMPANION', companion],
    ['jira-map.json', `${files}/jira-map.json`],
    ['"acme"', `"${demoKey('northwind-logistics')}"`],
    // Usage is neither of days to come nor, for events, of more than 30 days ago.
    ['2026-11-21', dayBefore(2)],
    ['2026-10-01', dayBefore(120)],
  ];
}

/** The command as it is typed here: with what stands for each name, and what earlier commands gave. */
export function adaptCommand(text: string, names: readonly [name: string, here: string][]): string {
  return names.reduce((command, [name, here]) => replaceWord(command, name, here), text);
}

/** A name in capitals, such as ID, only where it is a word of its own. */
function replaceWord(text: string, name: string, here: string): string {
  if (!/^[A-Z]+$/.test(name)) return text.replaceAll(name, here);
  return text.replace(new RegExp(`\\b${name}\\b`, 'g'), here);
}
