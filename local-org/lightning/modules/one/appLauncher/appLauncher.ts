import { api } from 'lwc';
import LightningModal from 'lightning/modal';

interface AppSummary {
  name: string;
  label: string;
  description: string;
}

/** The apps that the user may open. Closes with the name of the chosen one. */
export default class AppLauncher extends LightningModal {
  @api apps: AppSummary[] = [];

  get tiles() {
    return (this.apps ?? []).map((app) => ({
      ...app,
      initials: app.label
        .split(/\s+/)
        .map((word) => word.charAt(0))
        .join('')
        .slice(0, 2)
        .toUpperCase(),
    }));
  }

  handleChoose(event: Event): void {
    this.close((event.currentTarget as HTMLElement).dataset.name);
  }
}
