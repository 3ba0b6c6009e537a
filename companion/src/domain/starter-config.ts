import { because } from './reasoned.ts';
import type { ScoringConfig } from './scoring-config.ts';
import { STARTER_USAGE } from './usage-config.ts';

/**
 * The configuration that a new org starts with. The numbers are starting points from common practice in customer
 * success, not measurements of any customer base: an admin is expected to tune them against known churn.
 */
export const STARTER_CONFIG: ScoringConfig = {
  version: 'starter-1',
  weights: {
    adoption: because(0.22, 'Usage is the earliest and least disputable sign; nobody has to report it.'),
    support: because(0.16, 'Unsolved cases are the complaint most often named when a customer leaves.'),
    sentiment: because(0.08, 'NPS is a direct word from the customer, but rare and from one person.'),
    engagement: because(0.12, 'A customer nobody talks to cannot be saved in time.'),
    judgement: because(
      0.08,
      'A CSM knows what no system records; kept small so that it cannot hide the rest.',
    ),
    momentum: because(
      0.22,
      'Ten points lost this month say more than ten points fewer all year: a fall weighs more than a low level.',
    ),
    renewal: because(0.12, 'The nearer the renewal, the less time is left to mend anything.'),
  },
  bands: {
    watchFrom: because(40, 'About two measures half lost: worth a look before the next planned touchpoint.'),
    atRiskFrom: because(70, 'Most measures lost, or many with the renewal at hand: act this week.'),
    margin: because(2, 'A day or a small case moves a score by about two points: no news, so no new band.'),
    validDays: because(3, 'Scores are made every day: after a weekend without one something is wrong.'),
  },
  shortfall: {
    noneFrom: because(85, 'No account is perfect: above this a measure is as good as it needs to be.'),
    fullAt: because(30, 'Below this there is nothing left of it to lose; 0 is never seen in practice.'),
  },
  judgementValidDays: because(30, 'After a month without renewal of it, a judgement is memory.'),
  cadenceDays: {
    byTier: {
      Strategic: because(14, 'Fortnightly contact is what the largest accounts are promised.'),
      Enterprise: because(30, 'A monthly call.'),
      Growth: because(45, 'Twice a quarter.'),
      Scale: because(90, 'Once a quarter; the rest is one-to-many.'),
    },
    otherwise: because(30, 'Without a tier a monthly touch is assumed.'),
  },
  adoption: {
    fullUtilisation: because(0.8, 'Above 80 % of seats in use the rest is holidays and leavers.'),
    utilisationShare: because(
      0.6,
      'Paid and unused seats are cut at renewal; the own trend gets the other 40 %.',
    ),
    baselineFloor: because(0.5, 'Half of the usual activity gone is as good as lost.'),
    lowUtilisation: because(0.4, 'Under 40 % of seats in use, the flag Low Usage is raised.'),
    downRatio: because(0.8, 'A fifth below the own baseline is more than a quiet week.'),
    staleAfterDays: because(45, 'A monthly feed that missed one delivery says nothing about today.'),
  },
  usage: STARTER_USAGE,
  support: {
    casePoints: {
      high: because(12, 'Work at the customer is hindered.'),
      medium: because(7, 'The default of most desks.'),
      low: because(4, 'A question; many of them still say something.'),
    },
    escalatedPoints: because(15, 'The customer asked for more than the desk could give.'),
    agedAfterDays: because(30, 'After a month open, a case counts twice.'),
    quietAfterDays: because(
      180,
      'Half a year without any case, after some before, can be silence before leaving.',
    ),
    quietPoints: because(20, 'Silence is a hint, not a finding: never more than this.'),
  },
  sentiment: {
    freshDays: because(90, 'A quarterly survey counts in full until the next is due.'),
    expiresAfterDays: because(365, 'After a year the answer, and often the person, is gone.'),
  },
  engagement: {
    atCadence: because(70, 'Exactly at the cadence is in order, and due.'),
    lostAfterCadences: because(3, 'Two touches missed in a row and the third due.'),
    scheduledBonus: because(10, 'A date in the calendar is worth something, but is not yet a talk.'),
  },
  momentum: {
    fullFall: because(15, 'Fifteen points of health in 30 days: a quarter of the way from good to lost.'),
    windowDays: because(90, 'A quarter shows a direction without last year in it.'),
    minSpanDays: because(14, 'Less than two weeks apart, two scores are noise.'),
  },
  renewal: {
    farDays: because(180, 'Half a year out, there is time for a plan.'),
    nearDays: because(30, 'In the last month only escalation helps.'),
  },
  recovery: {
    maxPoints: because(10, 'Work on an account eases the risk; only better measures take it away.'),
    stallsAfterDays: because(
      14,
      'A playbook on which nothing is done for two weeks is a plan, not a rescue.',
    ),
  },
  trend: {
    steadyWithin: because(2, 'Two points in 30 days are 24 in a year: less than that is no direction.'),
  },
  tiers: {
    Strategic: {
      'adoption.lowUtilisation': because(
        0.5,
        'The largest customers count their seats: under half in use is a smaller contract.',
      ),
    },
    Scale: {
      'adoption.lowUtilisation': because(0.3, 'Of ten seats, three on holiday are a third: less is asked.'),
    },
  },
};
