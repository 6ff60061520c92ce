import type { Defect } from './defect.js';

/** Put into `/order` with two rows, after it was sent empty. */
export const orderDefects: readonly Defect[] = [
  {
    name: 'a label is tied to nothing',
    check: 'label',
    axe: true,
    plant: () => document.querySelector('label[for=order-email]')?.removeAttribute('for'),
  },
  {
    name: 'a label is not displayed',
    check: 'visible-label',
    axe: true,
    plant: () => document.querySelector('label[for=order-email]')?.setAttribute('style', 'display: none'),
  },
  {
    name: 'a label is for screen readers only',
    check: 'visible-label',
    axe: false,
    plant: () =>
      document
        .querySelector('label[for=order-email]')
        ?.setAttribute('style', 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)'),
  },
  {
    name: 'a placeholder takes the place of a label',
    check: 'placeholder',
    axe: true,
    plant: () => {
      document.querySelector('label[for=order-email]')?.remove();
      document.querySelector('#order-email')?.setAttribute('placeholder', 'Email');
    },
  },
  {
    name: 'a control has another name than its label says',
    check: 'label-in-name',
    axe: false,
    plant: () => document.querySelector('#order-email')?.setAttribute('aria-label', 'Where the bill goes'),
  },
  {
    name: 'a button shows a picture without a name',
    check: 'button-name',
    axe: true,
    plant: () => {
      const button = document.querySelector('[data-action-add]');
      if (button) button.innerHTML = '<svg width="24" height="24" aria-hidden="true"></svg>';
    },
  },
  {
    name: 'a row has no name',
    check: 'group',
    axe: false,
    plant: () => document.querySelector('[data-action-row]')?.removeAttribute('aria-label'),
  },
  {
    name: 'a list has no legend',
    check: 'group',
    axe: false,
    plant: () => document.querySelector('[data-action-list] > legend')?.remove(),
  },
  {
    name: 'two controls have one id',
    check: 'unique-id',
    axe: false,
    plant: () => {
      const street = document.querySelector('#order-address-street');
      document.querySelector('label[for=order-address-street]')?.setAttribute('for', 'order-email');
      if (street) street.id = 'order-email';
    },
  },
  {
    name: 'a control is described by what is not there',
    check: 'reference',
    axe: false,
    plant: () => document.querySelector('#order-email')?.setAttribute('aria-describedby', 'order-mail-error'),
  },
  {
    name: 'a control is not described by its error',
    check: 'description',
    axe: false,
    plant: () => document.querySelector('#order-email')?.removeAttribute('aria-describedby'),
  },
  {
    name: 'a good field is marked as wrong',
    check: 'invalid-mark',
    axe: false,
    plant: () => document.querySelector('#order-items-0-qty')?.setAttribute('aria-invalid', 'true'),
  },
  {
    name: 'a failed field is not marked as wrong',
    check: 'invalid-mark',
    axe: false,
    plant: () => document.querySelector('#order-email')?.removeAttribute('aria-invalid'),
  },
  {
    name: 'a red border is all that says what is wrong',
    check: 'invalid-mark',
    axe: false,
    plant: () => document.querySelector('#order-email-error')?.replaceChildren(),
  },
  {
    name: 'an error is hidden from screen readers',
    check: 'error-perceivable',
    axe: false,
    plant: () => document.querySelector('#order-email-error')?.setAttribute('aria-hidden', 'true'),
  },
  {
    name: 'an error is there and cannot be seen',
    check: 'error-perceivable',
    axe: false,
    plant: () => document.querySelector('#order-email-error')?.setAttribute('style', 'opacity: 0'),
  },
  {
    name: 'every error is an alert',
    check: 'error-loud',
    axe: false,
    plant: () =>
      document.querySelectorAll('[data-action-errors]').forEach((place) => place.setAttribute('role', 'alert')),
  },
  {
    name: 'the summary is in another order',
    check: 'summary',
    axe: false,
    plant: () => {
      const entries = document.querySelector('[data-action-summary] ul');
      if (entries?.firstChild) entries.append(entries.firstChild);
    },
  },
  {
    name: 'the summary has words of its own',
    check: 'summary',
    axe: false,
    plant: () => document.querySelector('[data-action-summary] a')?.replaceChildren('Email is invalid'),
  },
  {
    name: 'the summary leaves an error out',
    check: 'summary',
    axe: false,
    plant: () => document.querySelector('[data-action-summary] li')?.remove(),
  },
  {
    name: 'a link of the summary leads nowhere',
    check: 'summary',
    axe: false,
    plant: () => document.querySelector('[data-action-summary] a')?.setAttribute('href', '#order-mail'),
  },
  {
    name: 'a link of the summary leads to another field',
    check: 'summary',
    axe: false,
    plant: () => document.querySelector('[data-action-summary] a')?.setAttribute('href', '#order-address-zip'),
  },
  {
    name: 'the summary cannot have the focus',
    check: 'summary',
    axe: false,
    plant: () => document.querySelector('[data-action-summary]')?.removeAttribute('tabindex'),
  },
  {
    name: 'the summary is not shown',
    check: 'summary',
    axe: false,
    plant: () => document.querySelector('[data-action-summary]')?.setAttribute('hidden', ''),
  },
  {
    name: 'the title does not tell of the errors',
    check: 'title',
    axe: false,
    plant: () => document.querySelector('title')?.replaceChildren('Order'),
  },
  {
    name: 'the page says no language',
    check: 'language',
    axe: true,
    plant: () => document.documentElement.removeAttribute('lang'),
  },
  {
    name: 'the status comes when there is something to say',
    check: 'status',
    axe: false,
    plant: () => document.querySelector('[data-action-status]')?.remove(),
  },
  {
    name: 'the status is out of the tree while it is empty',
    check: 'status',
    axe: false,
    plant: () => document.querySelector('[data-action-status]')?.setAttribute('style', 'display: none'),
  },
  {
    name: 'the status interrupts',
    check: 'status',
    axe: false,
    plant: () => document.querySelector('[data-action-status]')?.setAttribute('role', 'alert'),
  },
  {
    name: 'personal data are not told to the browser',
    check: 'autocomplete',
    axe: false,
    plant: () => document.querySelector('#order-address-street')?.setAttribute('autocomplete', 'off'),
  },
  {
    name: 'a ZIP code is a number',
    check: 'input-type',
    axe: false,
    plant: () => document.querySelector('#order-address-zip')?.setAttribute('type', 'number'),
  },
  {
    name: 'digits are asked for without a keypad of digits',
    check: 'input-type',
    axe: false,
    plant: () => document.querySelector('#order-address-zip')?.removeAttribute('inputmode'),
  },
  {
    name: 'nothing says that a field is required',
    check: 'required',
    axe: false,
    plant: () => document.querySelector('#order-address-street')?.removeAttribute('required'),
  },
];
