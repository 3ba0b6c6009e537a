import { fail, type Area, type Finding } from './finding.ts';

/** What came of it, or the one finding that it cannot be done. */
export type Tried<T> = { value: T; findings: [] } | { value: null; findings: [Finding] };

/** The error of an embedded database that another process holds: that process is asked to examine itself then. */
const HELD_ELSEWHERE = 'FOLDER_IN_USE';

/** Does what may fail. A failure is a finding, told in one line. */
export async function tryTo<T>(
  [area, name, remedy]: readonly [area: Area, name: string, remedy: string],
  work: () => Promise<T>,
): Promise<Tried<T>> {
  try {
    return { value: await work(), findings: [] };
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === HELD_ELSEWHERE) throw error;
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { value: null, findings: [fail(area, name, line, remedy)] };
  }
}

/** Makes a check. When it cannot be made, that is the finding. */
export async function check(
  about: readonly [area: Area, name: string, remedy: string],
  work: () => Promise<Finding[]>,
): Promise<Finding[]> {
  const { value, findings } = await tryTo(about, work);
  return value ?? findings;
}
