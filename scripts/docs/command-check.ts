import type { DocCommand } from './shell-commands.ts';

/** What stands behind a command of the documentation. */
export type Proof =
  | {
      /** It is run on a product that is up (`testing/run-commands.ts`); this has to be in what it prints. */
      prints: RegExp;
      /** What later commands take from its output: the name that they have for it, and where it is found. */
      keeps?: { name: string; from: RegExp };
    }
  | {
      /** A test that exists and runs the same command, told by its file, its title and words in the file. */
      file: string;
      title: string;
      says: string;
    }
  | {
      /** Why no test here can run it. */
      cannotRun: string;
    };

/** Commands that one proof stands behind. */
export interface CommandCheck {
  command: RegExp;
  proof: Proof;
}

/**
 * The one check that a command falls under.
 *
 * @throws {Error} with the place of a command that none or several fit
 */
export function findCheck(checks: readonly CommandCheck[], { text, at }: DocCommand): CommandCheck {
  const [check, ...others] = checks.filter(({ command }) => command.test(text));
  if (check && others.length === 0) return check;
  const fault = check
    ? 'several entries fit'
    : 'no entry fits; expected one in scripts/docs/command-table.ts for';
  throw new Error(`${at}: ${fault} "${text}".`);
}
