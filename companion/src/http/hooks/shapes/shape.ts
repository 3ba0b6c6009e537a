import type { z } from 'zod';
import type { InboundEvent } from '../../../usecases/inbound-ports.ts';
import type { HookMapping } from '../hook-mapping.ts';

/** What a delivery says: nothing for one that is of no concern here. Throws a `ZodError` for one that is not understood. */
export type Shape = (body: unknown, mapping: HookMapping) => InboundEvent[];

/** What was wrong with a body, each with its place. */
export interface ShapeError {
  at: string;
  message: string;
}

/** The faults of a body, each with its place. */
export function describeIssues(issues: readonly z.core.$ZodIssue[]): ShapeError[] {
  return issues.map(({ path, message }) => ({
    at: path.map(String).join('.').slice(0, 200),
    message: message.slice(0, 300),
  }));
}

/** The value at a dotted path of a body, as text; null where there is none. */
export function textAt(body: unknown, path: string | undefined): string | null {
  if (path === undefined) return null;
  const found = path.split('.').reduce<unknown>((node, name) => {
    const within = typeof node === 'object' && node !== null && Object.hasOwn(node, name);
    return within ? (node as Record<string, unknown>)[name] : undefined;
  }, body);
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() || null : null;
}
