import { addDays } from './dates.ts';
import { findCadence } from './engagement.ts';
import type { AccountSignals, PlaybookRunSignal } from './signals.ts';
import { rankOpenCases } from './support.ts';
import { findRecentUsage } from './usage.ts';
import { answerBetter } from './what-if-answered.ts';
import { scaleRecentUsage, usageFactor, usagePercent, type Standing, type WhatIf } from './what-if.ts';

/** At most twice the usage is thought of: more is another customer, or another month. */
const USAGE_SIZES_UP = 20;

/**
 * What could better an account: what its CSM can do herself, and what the customer would have to. A health set by hand
 * is not among them: saying that it is better does not make it so.
 */
export function whatWouldHelp(standing: Standing): WhatIf[] {
  return [
    touch(standing),
    plan(standing),
    ...closeCases(standing),
    ...doSteps(standing),
    answerBetter(standing),
    ...useMore(standing),
    ...renew(standing),
  ];
}

function touch({ signals, asOf }: Standing): WhatIf {
  const today = { object: 'Task', id: '', label: '', kind: 'done' as const, on: asOf };
  return {
    factor: 'engagement',
    kind: 'action',
    sizes: 1,
    after: () => ({ signals: { ...signals, activities: [...signals.activities, today] } }),
    say: () => 'A touchpoint today',
  };
}

function plan({ signals, config, asOf }: Standing): WhatIf {
  const soon = addDays(asOf, Math.min(7, findCadence(signals, config)));
  return {
    factor: 'engagement',
    kind: 'action',
    sizes: 1,
    after: () => ({ signals: { ...signals, nextScheduled: soon } }),
    say: () => 'Planning the next touchpoint',
  };
}

function closeCases({ signals, config, asOf }: Standing): WhatIf[] {
  const open = rankOpenCases(signals, config, asOf);
  if (open.length === 0) return [];
  const close = (count: number): AccountSignals => {
    const closed = new Set(open.slice(0, count).map(({ id }) => id));
    return {
      ...signals,
      cases: signals.cases.map((each) => (closed.has(each.id) ? { ...each, open: false } : each)),
    };
  };
  const say = (count: number) => {
    if (open.length === 1) return 'Closing the open case';
    if (count === open.length) return `Closing the ${count} open cases`;
    const labels = open.slice(0, count).map(({ label }) => label);
    return `Closing ${count === 1 ? 'case' : 'cases'} ${labels.join(' and ')}`;
  };
  return [
    {
      factor: 'support',
      kind: 'action',
      sizes: open.length,
      after: (size) => ({ signals: close(size) }),
      say,
    },
  ];
}

function doSteps({ signals, asOf }: Standing): WhatIf[] {
  return (signals.runs ?? [])
    .filter(({ status }) => status === 'Active')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((run): WhatIf => {
      const open = run.steps
        .filter(({ doneOn }) => doneOn === null)
        .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
      const finish = (count: number): PlaybookRunSignal => {
        const done = new Set(open.slice(0, count).map(({ id }) => id));
        const steps = run.steps.map((step) => (done.has(step.id) ? { ...step, doneOn: asOf } : step));
        return { ...run, steps };
      };
      return {
        factor: 'recovery',
        kind: 'action',
        sizes: open.length,
        after: (size) => ({
          signals: {
            ...signals,
            runs: (signals.runs ?? []).map((each) => (each === run ? finish(size) : each)),
          },
        }),
        say: (size) => `Doing the next ${size === 1 ? 'step' : `${size} steps`} of ${run.label}`,
      };
    });
}

function useMore({ signals, config, asOf }: Standing): WhatIf[] {
  const recent = findRecentUsage(signals.usage, asOf, config.usage !== undefined);
  if (recent.size === 0) return [];
  return [
    {
      factor: 'adoption',
      kind: 'signal',
      sizes: USAGE_SIZES_UP,
      steady: true,
      after: (size) => ({ signals: scaleRecentUsage(signals, recent, usageFactor(size, 1)) }),
      say: (size) => `${usagePercent(size)} more usage`,
    },
  ];
}

function renew({ signals, asOf }: Standing): WhatIf[] {
  const { renewalDate } = signals;
  if (renewalDate === null) return [];
  const next = addDays(renewalDate > asOf ? renewalDate : asOf, 365);
  return [
    {
      factor: 'renewal',
      kind: 'signal',
      sizes: 1,
      after: () => ({ signals: { ...signals, renewalDate: next } }),
      say: () => 'A renewal for another year',
    },
  ];
}
