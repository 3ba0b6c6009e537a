import type { FieldValue } from '../../domain/account-fields.ts';
import type { PreviewedAccount, PreviewedValue } from '../../usecases/preview-mappings.ts';

/** A preview as lines: an account, and below it each of its own values. */
export function describePreview(accounts: PreviewedAccount[]): string[] {
  if (accounts.length === 0) return ['The companion sees no account.'];
  return accounts.flatMap(({ name, accountId, band, values }) => [
    `${name} (${accountId}): ${describeBand(band)}`,
    ...values.map(describeValue),
  ]);
}

function describeBand({ now, then }: PreviewedAccount['band']): string {
  return now === then ? `risk band stays ${say(then)}` : `risk band ${say(now)}, would be ${say(then)}`;
}

function describeValue({ target, source, own, now, then }: PreviewedValue): string {
  const start = `  ${target.padEnd(13)}${source} ${say(own)}; `;
  if (!then.ok) return `${start}CANNOT BE READ, stays ${say(now)}: ${then.problem}`;
  // An empty own health leaves the calculated one.
  if (target === 'Health' && then.value === null) return `${start}the calculated health counts`;
  return then.value === now
    ? `${start}stays ${say(now)}`
    : `${start}now ${say(now)}, would be ${say(then.value)}`;
}

const say = (value: FieldValue) => (value === null ? 'empty' : String(value));
