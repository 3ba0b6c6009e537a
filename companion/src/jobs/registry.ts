import { z } from 'zod';

/** A job: its name in the queue, what its data look like, and what to do. */
export interface JobDefinition<T> {
  name: string;
  /** The queue that carries it: one an org, so that no org waits behind the job of another. */
  queue: string;
  data: z.ZodType<T>;
  handle(data: T, signal: AbortSignal): Promise<void>;
}

/** What a planned run carries through the queue. */
export const plannedRun = z.object({ orgId: z.string(), runId: z.uuid() });
export type PlannedRun = z.infer<typeof plannedRun>;

/** Ties a handler to a name and the shape of its data. */
export function defineJob<T>(
  name: string,
  data: z.ZodType<T>,
  handle: JobDefinition<T>['handle'],
  queue: string = name,
): JobDefinition<T> {
  return { name, queue, data, handle };
}
