import { z } from 'zod';
import type { HookSource, InboundEvent } from '../../../usecases/inbound-ports.ts';
import type { HookMapping } from '../hook-mapping.ts';
import { readDelighted } from './delighted.ts';
import { readGeneric } from './generic.ts';
import { readJira } from './jira.ts';
import { describeIssues, type Shape, type ShapeError } from './shape.ts';
import { readTypeform } from './typeform.ts';
import { readZendesk } from './zendesk.ts';

const SHAPES: Record<HookSource, Shape> = {
  zendesk: readZendesk,
  jira: readJira,
  typeform: readTypeform,
  delighted: readDelighted,
  generic: (body, mapping) => readGeneric(body, mapping),
};

/** A sender's clock may be this far ahead. */
const CLOCK_SKEW_MS = 24 * 60 * 60_000;

/** What a delivery of a source says, or what is wrong with it. */
export function readShape(
  source: HookSource,
  body: unknown,
  mapping: HookMapping,
  now: Date,
): { ok: true; events: InboundEvent[] } | { ok: false; errors: ShapeError[] } {
  try {
    const events = SHAPES[source](body, mapping);
    const errors = events.flatMap((event) => findFaults(event, now));
    return errors.length === 0 ? { ok: true, events } : { ok: false, errors };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { ok: false, errors: describeIssues(error.issues) };
  }
}

function findFaults(event: InboundEvent, now: Date): ShapeError[] {
  const latest = new Date(now.getTime() + CLOCK_SKEW_MS).toISOString();
  const days = event.kind === 'ticket' ? event.openedOn : event.respondedOn;
  const faults = [
    {
      at: event.key,
      isFault: event.changedAt > latest,
      message: `changed in the future, ${event.changedAt}`,
    },
    {
      at: event.key,
      isFault: days !== undefined && days > latest.slice(0, 10),
      message: `lies in the future, ${days}`,
    },
    { at: 'id', isFault: event.key.length > 80, message: 'expected a key of at most 80 characters' },
  ];
  return faults.filter(({ isFault }) => isFault).map(({ at, message }) => ({ at, message }));
}
