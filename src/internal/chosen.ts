import { watchChosen } from '../client/chosen.js';

void customElements.whenDefined('action-form').then(watchChosen);
