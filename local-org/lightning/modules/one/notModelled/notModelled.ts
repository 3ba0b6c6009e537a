import { api, LightningElement } from 'lwc';

/** Stands where an org would show something that the local org does not model, so that its absence is seen. */
export default class NotModelled extends LightningElement {
  /** Its name, as the page's metadata has it. */
  @api name = '';
}
