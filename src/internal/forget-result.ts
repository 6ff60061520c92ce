import { forgetResult } from '../client/forget-result.js';

forgetResult();
// Astro's ClientRouter runs a module once, however many pages it shows.
document.addEventListener('astro:page-load', forgetResult);
