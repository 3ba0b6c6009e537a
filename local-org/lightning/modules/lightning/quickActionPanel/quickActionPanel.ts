import { api, LightningElement } from 'lwc';

/** The frame of a screen action: a header, a body and a footer. */
export default class QuickActionPanel extends LightningElement {
  @api header = '';
}
