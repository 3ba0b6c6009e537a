import { examine } from '../usecases/doctor/examine.ts';
import { isWell, type Finding } from '../usecases/doctor/finding.ts';
import { ORG_OPTION } from './choose-org.ts';
import { EXIT, textOption, type Command } from './command.ts';

const HELP = `Usage: npm run companion -- doctor [--org NAME] [--json]

Examines what the companion needs, and changes nothing: the environment, the encryption key, the database and its
migrations, the login, every object and field that it reads and writes, the starter records, and its work. What is wrong
comes with what to do about it. "npm run doctor" examines this machine as well.

  --org   a connected org, by the name of its connection or its id; the org of the environment unless given
  --json  findings for a script: { "ok": …, "findings": [{ area, name, level, detail, remedy }] }

Ends with 1 when something is wrong. What will be wrong one day is a warning, and ends with 0.`;

const MARKS: Record<Finding['level'], string> = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' };

/** Examines what the companion needs. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'examine the environment, the database, the org, every right in it, and the work',
  help: HELP,
  options: { ...ORG_OPTION, json: { type: 'boolean' } },

  async run(context, values) {
    const findings = await examine(context.openCheckUp(textOption(values, 'org')));
    const ok = isWell(findings);
    if (values['json'] === true) context.print(JSON.stringify({ ok, findings }));
    else tellFindings(findings).forEach(context.print);
    return ok ? EXIT.ok : EXIT.failed;
  },
};

/** A line a finding, what to do about it below, and the verdict last. */
function tellFindings(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ level, name, detail, remedy }) => [
    `${MARKS[level]}  ${name.padEnd(width)}  ${detail}`,
    ...(remedy === null ? [] : [`      ${' '.repeat(width)}→ ${remedy}`]),
  ]);
  return [...lines, isWell(findings) ? 'All is well.' : 'Something needs attention.'];
}
