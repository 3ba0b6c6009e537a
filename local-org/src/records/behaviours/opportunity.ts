import { OPPORTUNITY_STAGES } from '../../schema/standard/opportunity-stages.ts';
import type { SaveContext } from './behaviour.ts';

/** Takes probability, forecast category and the closed flags from the stage. */
export function saveOpportunity({ row, before }: SaveContext): void {
  const stage = OPPORTUNITY_STAGES.find(({ name }) => name === row.StageName);
  row.IsClosed = stage?.closed ? 1 : 0;
  row.IsWon = stage?.won ? 1 : 0;
  if (!stage || before?.StageName === row.StageName) return;
  row.ForecastCategoryName = stage.forecastCategory;
  // A probability sent with a new stage stands.
  const sent = row.Probability != null && row.Probability !== before?.Probability;
  if (!sent) row.Probability = stage.probability;
}
