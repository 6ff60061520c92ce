import type { Defect } from './defect.js';

/** Put into `/order` after it was sent empty: what only people meet who have asked for forced colours or less motion. */
export const preferenceDefects: readonly Defect[] = [
  {
    name: 'the mark of the focus is a shadow, which forced colours take away',
    check: 'focus-visible',
    axe: false,
    plant: () => {
      const style = document.createElement('style');
      style.textContent = '* { outline: 0 !important } :focus { box-shadow: 0 0 0 3px #06c !important }';
      document.head.append(style);
    },
  },
  {
    name: 'the focus is a colour of the surface, which forced colours replace',
    check: 'focus-visible',
    axe: false,
    plant: () => {
      const style = document.createElement('style');
      style.textContent = '#order-email:focus { outline: 0; background: #ffd }';
      document.head.append(style);
    },
  },
  {
    name: 'an error keeps its dark colour on the dark of forced colours',
    check: 'error-contrast',
    axe: false,
    plant: () =>
      document.querySelector('#order-email-error')?.setAttribute('style', 'forced-color-adjust: none; color: #8a0015'),
  },
  {
    name: 'with forced colours an error is not shown',
    check: 'error-perceivable',
    axe: false,
    plant: () => {
      const style = document.createElement('style');
      style.textContent = '@media (forced-colors: active) { #order-email-error { visibility: hidden } }';
      document.head.append(style);
    },
  },
  {
    name: 'a surface is all that shows where a control is',
    check: 'contrast',
    axe: false,
    plant: () =>
      document.querySelector('#order-address-zip')?.setAttribute('style', 'border: 0; background: #555; color: #fff'),
  },
  {
    name: 'an animation goes on for people who have asked for less motion',
    check: 'motion',
    axe: false,
    plant: () => {
      const style = document.createElement('style');
      style.textContent =
        '@keyframes shake { 50% { translate: 2px } } #order-email-error { animation: shake 0.5s infinite }';
      document.head.append(style);
    },
  },
  {
    name: 'buttons grow slowly for people who have asked for less motion',
    check: 'motion',
    axe: false,
    plant: () => {
      const style = document.createElement('style');
      style.textContent = 'form button { transition: scale 0.3s !important } form button:hover { scale: 1.1 }';
      document.head.append(style);
    },
  },
  {
    name: 'a link of the summary scrolls slowly for people who have asked for less motion',
    check: 'motion',
    axe: false,
    plant: () => document.documentElement.setAttribute('style', 'scroll-behavior: smooth'),
  },
];
