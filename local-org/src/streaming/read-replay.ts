import type { ChangeLog } from '../changes/change-log.ts';
import { STREAMING_ERRORS } from './bayeux.ts';

const ONLY_NEW = -1;
const ALL_KEPT = -2;

/**
 * From where a subscription starts: −1 (what comes from now on, also when nothing is said), −2 (all that is kept), or
 * after the event of a replay id that is kept.
 */
export function readReplay(changes: ChangeLog, asked: unknown): { position: number } | { error: string } {
  if (asked === undefined || asked === null || asked === ONLY_NEW) return { position: changes.newest() };
  if (asked === ALL_KEPT) return { position: 0 };
  if (typeof asked === 'number' && changes.holds(asked)) return { position: asked };
  return { error: STREAMING_ERRORS.replayId(String(asked)) };
}
