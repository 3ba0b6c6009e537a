import { addDays, countDays } from './dates.ts';
import type { AccountSignals, CaseSignal, HealthScoreSignal } from './signals.ts';
import { findRecentUsage } from './usage.ts';
import { answerWorse } from './what-if-answered.ts';
import { scaleRecentUsage, usageFactor, usagePercent, type Standing, type WhatIf } from './what-if.ts';

/** How far ahead time alone is looked at: beyond a quarter something else will have happened. */
const DAYS_AHEAD = 90;
const ALL_USAGE = 20;

const NEW_CASES: { what: string; priority: string; escalated: boolean }[] = [
  { what: 'A new case of low priority', priority: 'Low', escalated: false },
  { what: 'A new case', priority: 'Medium', escalated: false },
  { what: 'A new case of high priority', priority: 'High', escalated: false },
  { what: 'A new escalated case', priority: 'High', escalated: true },
];

/** What could make an account worse: time without anything new, a case, an NPS answer, less usage, a playbook given up. */
export function whatWouldHarm(standing: Standing): WhatIf[] {
  return [
    passTime(standing),
    openCase(standing),
    answerWorse(standing),
    ...useLess(standing),
    ...giveUp(standing),
  ];
}

function passTime(standing: Standing): WhatIf {
  const { asOf } = standing;
  const signals = withoutOwnRecord(standing);
  return {
    factor: null,
    kind: 'time',
    sizes: DAYS_AHEAD,
    after: (days) => ({ signals, asOf: addDays(asOf, days) }),
    say: (days) => `${countDays(days)} without anything new`,
  };
}

/**
 * The signals without what the companion itself has recorded today: whether that is read back yet must not change what
 * is said of the days to come.
 */
function withoutOwnRecord({ signals, asOf }: Standing): AccountSignals {
  const isOwn = ({ on, source }: HealthScoreSignal) => on === asOf && source === 'Calculated';
  return { ...signals, healthScores: signals.healthScores.filter((score) => !isOwn(score)) };
}

function openCase({ signals, asOf }: Standing): WhatIf {
  const caseOf = (size: number): CaseSignal => {
    const { priority, escalated } = NEW_CASES[size - 1] ?? { priority: null, escalated: false };
    return { object: 'Case', id: '', label: '', openedOn: asOf, open: true, priority, escalated };
  };
  return {
    factor: 'support',
    kind: 'signal',
    sizes: NEW_CASES.length,
    after: (size) => ({ signals: { ...signals, cases: [...signals.cases, caseOf(size)] } }),
    say: (size) => NEW_CASES[size - 1]?.what ?? '',
  };
}

function useLess({ signals, config, asOf }: Standing): WhatIf[] {
  const recent = findRecentUsage(signals.usage, asOf, config.usage !== undefined);
  if (recent.size === 0) return [];
  return [
    {
      factor: 'adoption',
      kind: 'signal',
      sizes: ALL_USAGE,
      steady: true,
      after: (size) => ({ signals: scaleRecentUsage(signals, recent, usageFactor(size, -1)) }),
      say: (size) => `${usagePercent(size)} less usage`,
    },
  ];
}

function giveUp({ signals, now }: Standing): WhatIf[] {
  const eases = now.contributions.some(({ factor, points }) => factor === 'recovery' && points < 0);
  if (!eases) return [];
  return [
    {
      factor: 'recovery',
      kind: 'signal',
      sizes: 1,
      after: () => ({ signals: { ...signals, runs: [] } }),
      say: () => 'Giving up the playbook under way',
    },
  ];
}
