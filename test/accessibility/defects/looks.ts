import type { Defect } from './defect.js';

/** Put into the style or the order of `/order`, with two rows, after it was sent empty. */
export const lookDefects: readonly Defect[] = [
  {
    name: 'buttons of 16 px stand side by side',
    check: 'target-size',
    axe: true,
    plant: () => {
      const style = 'display: block; min-height: 0; height: 16px; padding: 0; margin: 0';
      for (const row of document.querySelectorAll('[data-action-row-buttons]')) {
        row.setAttribute('style', 'display: block');
        for (const button of row.querySelectorAll('button')) button.setAttribute('style', style);
      }
    },
  },
  {
    name: 'a positive tabindex',
    check: 'tab-order',
    axe: true,
    plant: () => document.querySelector('#order-address-zip')?.setAttribute('tabindex', '1'),
  },
  {
    name: 'a style turns the order of the fields round',
    check: 'tab-order',
    axe: false,
    plant: () => document.querySelector('form')?.setAttribute('style', 'flex-direction: column-reverse'),
  },
  {
    name: 'a style puts a field before the one that it follows',
    check: 'tab-order',
    axe: false,
    plant: () => document.querySelector('[data-action-field="address.zip"]')?.setAttribute('style', 'order: -1'),
  },
  {
    name: 'a style turns a line of buttons round',
    check: 'tab-order',
    axe: false,
    plant: () =>
      document
        .querySelectorAll('[data-action-row-buttons]')
        .forEach((row) => row.setAttribute('style', 'flex-direction: row-reverse')),
  },
  {
    name: 'the Tab key passes a button by',
    check: 'keyboard',
    axe: false,
    plant: () => document.querySelector('[data-action-add]')?.setAttribute('tabindex', '-1'),
  },
  {
    name: 'a button is a <div> for pointers',
    check: 'keyboard',
    axe: false,
    plant: () => {
      const button = document.createElement('div');
      button.setAttribute('role', 'button');
      button.textContent = 'Add an item';
      document.querySelector('[data-action-add]')?.replaceWith(button);
    },
  },
  {
    name: 'a link has no address',
    check: 'keyboard',
    axe: false,
    plant: () => document.querySelector('.prices a')?.removeAttribute('href'),
  },
  {
    name: 'a control looks the same with the focus',
    check: 'focus-visible',
    axe: false,
    plant: () => document.querySelector('#order-email')?.setAttribute('style', 'outline: none'),
  },
  {
    name: 'nothing shows where the focus is',
    check: 'focus-visible',
    axe: false,
    plant: () => {
      const style = document.createElement('style');
      style.textContent = '* { outline: 0 !important }';
      document.head.append(style);
    },
  },
  {
    name: 'a field is 600 px wide',
    check: 'reflow',
    axe: false,
    plant: () => document.querySelector('#order-email')?.setAttribute('style', 'width: 600px; max-width: none'),
  },
  {
    name: 'an error is never wrapped',
    check: 'reflow',
    axe: false,
    plant: () => document.querySelector('#order-email-error')?.setAttribute('style', 'white-space: nowrap'),
  },
  {
    name: 'an error lies on its control',
    check: 'overlap',
    axe: false,
    plant: () => document.querySelector('#order-email-error')?.setAttribute('style', 'margin-top: -2rem'),
  },
  {
    name: 'an error is pale',
    check: 'color-contrast',
    axe: true,
    plant: () => document.querySelector('#order-email-error')?.setAttribute('style', 'color: #ff9aa5'),
  },
  {
    name: 'the border of a control is pale',
    check: 'contrast',
    axe: false,
    plant: () =>
      document.querySelector('#order-items-0-qty')?.setAttribute('style', 'border-color: #ddd; background: #fff'),
  },
];
