import { settleDaysOf, thresholdOf, unitOf } from '../domain/alerts/alert-rule.ts';
import type { RecordRef } from '../domain/signals.ts';
import type { AlertQueryStore, DeliveryReport, ListedAlert } from './alert-ports.ts';

/** An alert with all that led to it and came of it. */
export interface AlertExplanation {
  listed: ListedAlert;
  baseline: boolean;
  rule: {
    id: string;
    name: string;
    threshold: number | null;
    unit: 'points' | 'days' | 'percent' | null;
    settleDays: number;
    rationale: string | null;
  };
  records: RecordRef[];
  deliveries: DeliveryReport[];
}

/** Takes one alert apart; null when there is none of that key. */
export async function explainAlert(
  orgId: string,
  key: string,
  now: string,
  store: AlertQueryStore,
): Promise<AlertExplanation | null> {
  const listed = await store.findAlert(orgId, key, now);
  if (!listed) return null;
  const { rule, records, baseline } = listed.alert;
  const unit = unitOf(rule.type);
  return {
    ...{ listed, baseline, records },
    rule: {
      ...{ id: rule.ruleId, name: rule.name, unit, rationale: rule.rationale },
      threshold: unit === null ? null : thresholdOf(rule),
      settleDays: settleDaysOf(rule.type),
    },
    deliveries: await store.deliveriesOf(orgId, key),
  };
}
