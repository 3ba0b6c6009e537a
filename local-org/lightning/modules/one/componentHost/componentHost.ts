import { api, LightningElement } from 'lwc';
import { importModule } from 'platform/importModule';

type ComponentConstructor = new () => LightningElement;

/** Loads one deployed component and gives it its properties; a fault in it stays inside its box. */
export default class ComponentHost extends LightningElement {
  /** The module: `c/csRisk`. */
  @api component = '';
  @api properties: Record<string, unknown> = {};
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  constructorOf: ComponentConstructor | undefined;
  failure: string | undefined;

  async connectedCallback(): Promise<void> {
    try {
      const module = await importModule<{ default: ComponentConstructor }>(this.component);
      this.constructorOf = module.default;
    } catch (error) {
      this.fail(error);
    }
  }

  errorCallback(error: Error): void {
    this.constructorOf = undefined;
    this.fail(error);
  }

  get name(): string {
    return this.component.replace('/', ':');
  }

  get given(): Record<string, unknown> {
    const context = this.recordId ? { recordId: this.recordId, objectApiName: this.objectApiName } : {};
    return { ...this.properties, ...context };
  }

  private fail(error: unknown): void {
    this.failure = (error as Error | undefined)?.message ?? String(error);
    window.reportError(error);
  }
}
