import { LightningElement, api } from 'lwc';

const THEMES: Record<string, { theme: string; icon: string }> = {
  Healthy: { theme: 'slds-theme_success', icon: 'utility:success' },
  Watch: { theme: 'slds-theme_warning', icon: 'utility:warning' },
  'At Risk': { theme: 'slds-theme_error', icon: 'utility:error' },
};

/** The badge of a risk band: told by its words and its icon, not only by its colour. */
export default class CsRiskBand extends LightningElement {
  /** `Healthy`, `Watch` or `At Risk`; a band that an admin named is shown without a theme. */
  @api band: string | null = null;

  get badgeClass(): string {
    return `slds-badge ${THEMES[this.band ?? '']?.theme ?? ''}`.trim();
  }

  get iconName(): string | undefined {
    return THEMES[this.band ?? '']?.icon;
  }

  get iconVariant(): string | undefined {
    return this.band === 'Watch' ? undefined : 'inverse';
  }
}
