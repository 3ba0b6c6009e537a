import type { WaitingConnection } from '../usecases/check-readiness.ts';
import { escapeHtml as escape } from './escape-html.ts';

/** An org that is not at work, as an item of a list: why, how often it was tried, and when it is tried next. */
export function renderWaitingOrg({ name, loginUrl, problem, tries, nextTryAt }: WaitingConnection): string {
  const times = tries === 1 ? 'once' : `${tries} times`;
  const next = `${nextTryAt.slice(0, 19).replace('T', ' ')} UTC`;
  return `<li>${escape(name)} (${escape(loginUrl)}): ${escape(problem)} Tried ${times}, next at ${escape(next)}.</li>`;
}
