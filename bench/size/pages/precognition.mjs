// Precognition has no adapter for pages without a framework: these are the two parts that one is made of.
import { client, createValidator, toSimpleValidationErrors } from 'laravel-precognition';

// why: the page has them
const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
const error = /** @type {HTMLElement} */ (document.querySelector('p'));
const values = () => Object.fromEntries(new FormData(form));

const validator = createValidator((http) => http.post('/join', values()), values());
validator.on('errorsChanged', () => {
  error.textContent = Object.values(toSimpleValidationErrors(validator.errors())).join('\n');
});
form.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) validator.validate(target.name, target.value);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void client.post('/join', values());
});
