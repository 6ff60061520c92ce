import { ActionFormElement } from './action-form-element.js';

// A page may load two copies of the package; the first one wins.
if (!customElements.get('action-form')) customElements.define('action-form', ActionFormElement);
