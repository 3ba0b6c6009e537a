import cron from 'node-cron';

export interface Ticks {
  next(): Date | null;
  stop(): Promise<void>;
}

/** Calls back at the times of a cron expression, in UTC, with the time that was meant. */
export function startTicks(expression: string, onTick: (scheduledAt: Date) => Promise<void>): Ticks {
  const task = cron.schedule(expression, ({ date }) => onTick(date), { timezone: 'UTC' });
  return {
    next: () => task.getNextRun(),
    async stop() {
      await task.destroy();
    },
  };
}

/** Whether node-cron understands an expression. */
export const isCronExpression = (expression: string) => cron.validate(expression);
