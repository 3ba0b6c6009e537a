import { LightningElement, api } from 'lwc';
import type { RenewalSection } from 'c/csRenewalPipelineTable';

/** Renewals as cards, month by month. */
export default class CsRenewalPipelineCards extends LightningElement {
  /** What to show. */
  @api sections: RenewalSection[] = [];
}
