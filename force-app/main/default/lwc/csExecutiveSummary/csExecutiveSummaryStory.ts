import { countOf, formatChange, formatMoneyShort, formatNumber, formatShare } from 'c/csFormat';
import type { CsmLoad } from 'c/csExecutiveLoad';
import type { Mover } from 'c/csExecutiveMovers';
import type { MeasureKey, Totals } from 'c/csExecutiveMeasures';
import { MEASURES } from 'c/csExecutiveMeasures';
import type { Sentence, StoryPart } from 'c/csExecutiveStory';
import { changeOf, npsRange, peopleOf, viewTiles } from './csExecutiveSummaryTiles';

/** What the sentences are composed from. */
export interface StoryFacts {
  totals: Totals;
  before: Totals | null;
  risers: readonly Mover[];
  fallers: readonly Mover[];
  csms: readonly CsmLoad[];
}

/** More than this share above the average stands out as loaded. */
const LOADED_SHARE = 1.2;

/** What the numbers say. A number that is not known has no sentence, so that nothing is made up. */
export function tellStory(facts: StoryFacts): Sentence[] {
  const sentences = [
    tellRevenue(facts),
    tellRisk(facts),
    tellRenewals(facts),
    tellAlerts(facts),
    tellRetention(facts),
    tellHealth(facts),
    tellNps(facts),
    tellMovers(facts),
    tellLoad(facts),
  ];
  return sentences.filter((sentence) => sentence.length > 0);
}

const link = (text: string, measure: MeasureKey): StoryPart => ({ text, measure });
const words = (text: string): StoryPart => ({ text });

function tellRevenue({ totals, before }: StoryFacts): Sentence {
  const missing =
    totals.withoutArr > 0 ? `; what ${formatNumber(totals.withoutArr)} of them pay is not known` : '';
  return [
    link(countOf(totals.accounts, 'customer'), 'arr'),
    words(` pay ${formatMoneyShort(totals.arr)} a year${moved('arr', totals, before)}${missing}.`),
  ];
}

function tellRisk({ totals, before }: StoryFacts): Sentence {
  if (totals.atRisk === 0) return [link('No customer', 'atRisk'), words(' is at risk.')];
  const share = totals.arr > 0 ? `, ${formatShare(totals.arrAtRisk / totals.arr)} of ARR` : '';
  return [
    link(`${countOf(totals.atRisk, 'customer')} at risk`, 'arrAtRisk'),
    words(
      ` ${totals.atRisk === 1 ? 'pays' : 'pay'} ${formatMoneyShort(totals.arrAtRisk)}${share}` +
        `${moved('arrAtRisk', totals, before)}.`,
    ),
  ];
}

function tellRenewals({ totals }: StoryFacts): Sentence {
  if (totals.renewals === 0) return [link('Nothing renews', 'renewals'), words(' within 90 days.')];
  return [
    link(countOf(totals.renewals, 'contract'), 'renewals'),
    words(
      ` of ${formatMoneyShort(totals.renewalsArr)} ${totals.renewals === 1 ? 'renews' : 'renew'} within 90 days`,
    ),
    ...(totals.forecast === null
      ? [words('.')]
      : [
          words('; '),
          link(formatMoneyShort(totals.forecast), 'forecast'),
          words(' of that is expected to stay.'),
        ]),
  ];
}

function tellAlerts({ totals, before }: StoryFacts): Sentence {
  if (!totals.openAlerts) return [];
  return [
    link(countOf(totals.openAlerts, 'alert'), 'openAlerts'),
    words(`${totals.openAlerts === 1 ? ' is' : ' are'} open${moved('openAlerts', totals, before)}.`),
  ];
}

function tellRetention({ totals }: StoryFacts): Sentence {
  if (totals.grr === null || totals.nrr === null) return [];
  return [
    words('Of the revenue of a year before, '),
    link(`${formatNumber(totals.grr)}%`, 'grr'),
    words(' is still there; growth of the same customers included, '),
    link(`${formatNumber(totals.nrr)}%`, 'nrr'),
    words('.'),
  ];
}

function tellHealth({ totals, before }: StoryFacts): Sentence {
  if (totals.health === null) return [];
  return [
    link('Average health', 'health'),
    words(` is ${formatNumber(totals.health)} of 100${moved('health', totals, before)}.`),
  ];
}

function tellNps({ totals }: StoryFacts): Sentence {
  const tile = viewTiles({ totals, before: null, trend: [] }).find(({ key }) => key === 'nps');
  if (!tile?.canOpen) return [];
  return [
    link('NPS', 'nps'),
    words(
      ` is ${tile.value}, by ${formatNumber(peopleOf(totals))} people: between ${npsRange(totals)} with 95% confidence.`,
    ),
  ];
}

function tellMovers({ risers, fallers }: StoryFacts): Sentence {
  const [up, down] = [risers[0], fallers[0]];
  const account = ({ id, name }: Mover): StoryPart => ({ text: name, accountId: id });
  const byPoints = ({ change }: Mover) => countOf(Math.abs(change), 'point');
  if (up && down) {
    return [
      account(down),
      words(` lost the most health in 30 days, ${byPoints(down)}; `),
      account(up),
      words(` won the most, ${byPoints(up)}.`),
    ];
  }
  if (down) return [account(down), words(` lost the most health in 30 days, ${byPoints(down)}.`)];
  return up ? [account(up), words(` won the most health in 30 days, ${formatChange(up.change)}.`)] : [];
}

function tellLoad({ csms }: StoryFacts): Sentence {
  const most = csms.toSorted((a, b) => b.effort - a.effort)[0];
  if (!most || csms.length < 2) return [];
  const average = csms.reduce((sum, { effort }) => sum + effort, 0) / csms.length;
  const accounts: StoryPart = {
    text: countOf(most.accounts, 'account'),
    measure: 'accounts',
    csmId: most.csmId,
  };
  if (most.effort < LOADED_SHARE * average) {
    return [words(`The work is spread evenly; ${most.name} has the most, with `), accounts, words('.')];
  }
  const hours = `${formatNumber(most.effort)} hours a month, ${formatNumber(average)} on average`;
  return [words(`${most.name} is the most loaded (${hours}), with `), accounts, words('.')];
}

/** `, up $1.2M since Aug 24, 2026`; empty where there is nothing to compare with. */
function moved(key: MeasureKey, totals: Totals, before: Totals | null): string {
  const change = changeOf({ ...MEASURES[key], better: 0 }, totals, before);
  return change ? `, ${change.text.charAt(0).toLowerCase()}${change.text.slice(1)}` : '';
}
