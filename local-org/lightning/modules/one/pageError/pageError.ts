import { api, LightningElement } from 'lwc';

/** Says why there is nothing else to see. */
export default class PageError extends LightningElement {
  @api message = '';
  @api heading = "We can't show this page";
}
