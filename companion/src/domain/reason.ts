import type { RiskScore } from './risk-score.ts';

/** The length of `Account.CS_Risk_Reason__c`. */
const MAX_LENGTH = 255;
/** Below this many points a factor is not worth a mention. */
const WORTH_SAYING = 3;

/** One sentence that says why the risk is what it is. */
export function giveReason(risk: RiskScore): string {
  if (risk.score === null) return 'Not scored: no usage, cases, NPS, touchpoints or health are known yet.';
  const [first, second] = risk.contributions.filter(({ points }) => points >= WORTH_SAYING);
  if (!first) return 'No factor adds much to the risk.';
  const say = ({ label, detail }: { label: string; detail: string }) =>
    detail.toLowerCase().startsWith(label.toLowerCase()) ? detail : `${label}: ${detail}`;
  const sentence = second ? `${say(first)}; ${lowerFirst(say(second))}.` : `${say(first)}.`;
  return sentence.length <= MAX_LENGTH ? sentence : `${sentence.slice(0, MAX_LENGTH - 1)}…`;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
