import { daysBetween, formatDay, formatMoneyShort } from 'c/csFormat';
import type { FocusRow } from 'c/csFocusRow';
import type { Focus, FocusAccount, FocusPin } from './csFocusQuery';
import { reasonsFor } from './csFocusReasons';

/** A pinned account or one that was put aside, as a row. */
export interface PinnedRow extends FocusRow {
  pinId: string;
}

/** Everything that the card shows. */
export interface FocusView {
  pinned: PinnedRow[];
  asking: FocusRow[];
  /** Those put aside, with the day on which they come back. */
  aside: { pinId: string; accountId: string; name: string; until: string }[];
}

/** What the card shows on the day `today`. */
export function viewFocus(focus: Focus, today: string): FocusView {
  const pinned = pinnedOf(focus.pins, today);
  return {
    pinned: pinned.map(({ pin, account }, index) => ({
      ...viewRow(account, today),
      pinId: pin.id,
      isMovable: true,
      isFirst: index === 0,
      isLast: index === pinned.length - 1,
      place: `${index + 1} of ${pinned.length}`,
    })),
    asking: rank(focus.asking, today).map((account, index) => ({
      ...viewRow(account, today),
      rank: index + 1,
    })),
    aside: focus.pins
      .filter(({ pin }) => isAside(pin.dismissedUntil, today))
      .map(({ pin, account }) => ({
        pinId: pin.id,
        accountId: account.id,
        name: account.name,
        until: formatDay(pin.dismissedUntil ?? ''),
      })),
  };
}

/** The pinned accounts that are not put aside, in their order. */
export function pinnedOf(pins: readonly FocusPin[], today: string): FocusPin[] {
  return pins.filter(({ pin }) => pin.isPinned && !isAside(pin.dismissedUntil, today));
}

/** Those that ask most first; among equals the greater ARR, then the name. */
function rank(accounts: readonly FocusAccount[], today: string): FocusAccount[] {
  const weights = new Map(accounts.map((account) => [account.id, weightOf(account, today)]));
  return [...accounts].sort(
    (a, b) =>
      (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0) ||
      (b.arr ?? 0) - (a.arr ?? 0) ||
      a.name.localeCompare(b.name),
  );
}

function weightOf(account: FocusAccount, today: string): number {
  return reasonsFor(account, today).reduce((sum, { weight }) => sum + weight, 0);
}

function viewRow(account: FocusAccount, today: string): FocusRow {
  return {
    accountId: account.id,
    name: account.name,
    band: account.band,
    reasons: reasonsFor(account, today).map(({ key, text }) => ({ key, text })),
    facts: factsOf(account, today),
    isMovable: false,
    isFirst: false,
    isLast: false,
  };
}

function factsOf({ arr, renewal, planned, playbook }: FocusAccount, today: string): string {
  const facts = [
    arr === null ? '' : `ARR ${formatMoneyShort(arr)}`,
    renewal && daysBetween(today, renewal) >= 0 ? `renews ${formatDay(renewal)}` : '',
    planned && planned >= today ? `next touch ${formatDay(planned)}` : '',
    playbook,
  ];
  return facts.filter(Boolean).join(' · ');
}

function isAside(until: string | null, today: string): boolean {
  return until !== null && until > today;
}
