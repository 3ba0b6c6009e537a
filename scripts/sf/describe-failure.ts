/** What `sf … --json` prints. */
export interface SfAnswer {
  status: number;
  name?: string;
  message?: string;
  result?: unknown;
  data?: unknown;
}

interface ComponentFailure {
  fileName?: string;
  fullName?: string;
  componentType?: string;
  problem?: string;
  lineNumber?: number | string;
  columnNumber?: number | string;
}

/** One message for a failed command: for a deploy a line per faulty component, `file:line:column type name: problem`. */
export function describeFailure(args: readonly string[], answer: SfAnswer): string {
  const command = `sf ${args.slice(0, 3).join(' ')}`;
  const failures = componentFailures(answer);
  if (failures.length === 0) return `${command} failed: ${reasonOf(answer)}`;
  const lines = failures.map((failure) => {
    const place = [failure.fileName, failure.lineNumber, failure.columnNumber].filter(Boolean).join(':');
    return `  ${place} ${failure.componentType ?? ''} ${failure.fullName ?? ''}: ${failure.problem ?? 'failed'}`;
  });
  return [`${command} failed: ${failures.length} faulty component(s), nothing was changed.`, ...lines].join(
    '\n',
  );
}

function componentFailures(answer: SfAnswer): ComponentFailure[] {
  const details = (answer.result ?? answer.data) as { details?: { componentFailures?: unknown } } | undefined;
  const failures = details?.details?.componentFailures;
  if (Array.isArray(failures)) return failures as ComponentFailure[];
  return failures ? [failures as ComponentFailure] : [];
}

function reasonOf(answer: SfAnswer): string {
  const { failures } = (answer.result ?? {}) as { failures?: { name: string; message: string }[] };
  const listed = failures?.map(({ name, message }) => `${name}: ${message}`).join('; ');
  return answer.message ?? (listed || answer.name) ?? 'no reason given';
}
