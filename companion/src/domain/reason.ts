import { tellWho, type ExplainedOverride } from './override.ts';
import type { RiskScore } from './risk-score.ts';

/** The length of `Account.CS_Risk_Reason__c`. */
const MAX_LENGTH = 255;
/** Below this many points a factor is not worth a mention. */
const WORTH_SAYING = 3;

/** One sentence that says why the risk is what it is; of a band set by hand who set it, until when and why. */
export function giveReason(risk: RiskScore & { override?: ExplainedOverride }): string {
  if (risk.override) return cut(`${tellWho(risk.override)}: ${risk.override.reason}`);
  if (risk.score === null) return 'Not scored: no usage, cases, NPS, touchpoints or health are known yet.';
  const [first, second] = risk.contributions.filter(({ points }) => points >= WORTH_SAYING);
  if (!first) return 'No factor adds much to the risk.';
  const say = ({ label, detail }: { label: string; detail: string }) =>
    detail.toLowerCase().startsWith(label.toLowerCase()) ? detail : `${label}: ${detail}`;
  const sentence = second ? `${say(first)}; ${lowerFirst(say(second))}.` : `${say(first)}.`;
  return cut(sentence);
}

const cut = (text: string) => (text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`);

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
