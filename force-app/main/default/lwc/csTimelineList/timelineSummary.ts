import { countOf, formatDay, formatNumber } from 'c/csFormat';

/** What the list shows, for the line above it. */
export interface Counts {
  shown: number;
  loaded: number;
  isFiltered: boolean;
  isComplete: boolean;
  /** The day since which events are shown; empty for all of them. */
  since: string;
  /** Day of the oldest event that is loaded; empty without any. */
  oldest: string;
}

/** The line above the list. */
export function summaryOf(counts: Counts): string {
  const { shown, loaded, isFiltered, isComplete, since, oldest } = counts;
  const sinceText = since ? ` since ${formatDay(since)}` : '';
  if (isFiltered) {
    const back = oldest ? `, back to ${formatDay(oldest)}` : '';
    return `${formatNumber(shown)} of ${countOf(loaded, 'loaded event')} match${back}.`;
  }
  if (loaded === 0) return isComplete ? `Nothing happened${sinceText}.` : '';
  if (isComplete && shown === loaded) return `${countOf(loaded, 'event')}${sinceText}.`;
  return `The latest ${countOf(shown, 'event')}${sinceText}.`;
}
