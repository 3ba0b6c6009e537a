import type { Finding } from '../usecases/doctor/finding.ts';
import { escapeHtml as escape } from './escape-html.ts';

/** What the doctor found last, and when. */
export interface ShownCheckUp {
  findings: Finding[];
  at: string;
}

const WORDS: Record<Finding['level'], string> = { ok: 'OK', warn: 'Warning', fail: 'Failed' };
/** What needs a person comes first. */
const ORDER: Finding['level'][] = ['fail', 'warn', 'ok'];

/** The doctor's findings, with what to do about each. */
export function renderCheckUp(checkUp: ShownCheckUp | null): string {
  const body =
    checkUp === null ? '<p>Being examined; this page shows it when it reloads.</p>' : renderFindings(checkUp);
  return `<section aria-labelledby="check-up">\n<h2 id="check-up">Health check</h2>\n${body}\n</section>`;
}

function renderFindings({ findings, at }: ShownCheckUp): string {
  const rows = findings
    .toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level))
    .map(({ area, name, level, detail, remedy }) => {
      const hint = remedy === null ? '' : `<small>${escape(remedy)}</small>`;
      return `<tr><td><span class="level ${level}">${WORDS[level]}</span></td><th scope="row">${escape(`${area}: ${name}`)}</th><td>${escape(detail)}${hint}</td></tr>`;
    });
  return `<p>Examined <time datetime="${escape(at)}">${escape(at.slice(0, 16).replace('T', ' '))} UTC</time></p>
<div class="scroll"><table class="findings">
<thead><tr><th scope="col">Result</th><th scope="col">Check</th><th scope="col">What was found</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}
