/** What one check came to: the shape in which the companion tells its own findings too. */
export interface Finding {
  area: string;
  name: string;
  level: 'ok' | 'warn' | 'fail';
  /** One line, without secrets. */
  detail: string;
  /** A command, or where to click; null where all is well. */
  remedy: string | null;
}

/** A check of one area: all is well, it will not stay so, or it is wrong. */
export function findingsOf(area: string) {
  const told =
    (level: 'warn' | 'fail') =>
    (name: string, detail: string, remedy: string): Finding => ({ area, name, level, detail, remedy });
  return {
    ok: (name: string, detail: string): Finding => ({ area, name, level: 'ok', detail, remedy: null }),
    warn: told('warn'),
    fail: told('fail'),
  };
}

/** Whether nothing has failed. */
export const isWell = (findings: readonly Finding[]) => findings.every(({ level }) => level !== 'fail');
