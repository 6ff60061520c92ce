import { forgetResult } from '../client/forget-result.js';

// Astro puts so short a script into the page. Where the island does not come after it, a reload shows the result again, as
// it does without JavaScript.
void customElements.whenDefined('action-form').then(() => {
  forgetResult();
  // Astro's ClientRouter runs a module once, however many pages it shows.
  document.addEventListener('astro:page-load', forgetResult);
});
