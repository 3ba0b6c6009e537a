import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Holding } from './answer-query.ts';
import type { Asked } from './serve.ts';

/** An org in a process of its own, which answers from prepared rows and counts what it is asked. */
export interface PreparedOrg {
  url: string;
  /** Sets what the org holds; tells what it was asked since the last time. */
  hold(holding: Holding): Promise<Asked>;
  close(): Promise<void>;
}

export async function startOrg(): Promise<PreparedOrg> {
  const child = fork(new URL('serve.ts', import.meta.url));
  const [url] = (await once(child, 'message')) as [string];
  return {
    url,
    async hold(holding) {
      const response = await fetch(`${url}/holding`, { method: 'POST', body: JSON.stringify(holding) });
      return (await response.json()) as Asked;
    },
    async close() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
