import type { Defect } from './defect.js';

/** Put into `/workshop`, after it was sent empty. */
export const choiceDefects: readonly Defect[] = [
  {
    name: 'radio buttons stand in a <div>',
    check: 'group',
    axe: false,
    plant: () => {
      const group = document.querySelector('[data-action-field=slot]');
      const box = document.createElement('div');
      for (const { name, value } of group?.attributes ?? []) if (name !== 'role') box.setAttribute(name, value);
      box.append(...(group?.childNodes ?? []));
      group?.replaceWith(box);
    },
  },
  {
    name: 'a group is named by nothing',
    check: 'group',
    axe: false,
    plant: () => document.querySelector('[data-action-field=drums] > legend')?.replaceChildren(),
  },
  {
    name: 'a legend is not displayed',
    check: 'group',
    axe: false,
    plant: () => document.querySelector('[data-action-field=drums] > legend')?.setAttribute('style', 'display: none'),
  },
  {
    name: 'a choice has no label',
    check: 'label',
    axe: true,
    plant: () => document.querySelector('label[for=workshop-drums-1]')?.remove(),
  },
  {
    name: 'an error is read before the hint',
    check: 'description',
    axe: false,
    plant: () => {
      const group = document.querySelector('#workshop-drums-group');
      const ids = group?.getAttribute('aria-describedby')?.split(' ') ?? [];
      group?.setAttribute('aria-describedby', ids.toReversed().join(' '));
    },
  },
  {
    name: 'a hint is not read',
    check: 'description',
    axe: false,
    plant: () =>
      document.querySelector('#workshop-drums-group')?.setAttribute('aria-describedby', 'workshop-drums-error'),
  },
  {
    name: 'each choice of a failed group is marked',
    check: 'invalid-mark',
    axe: false,
    plant: () =>
      document
        .querySelectorAll('[name=drums]:not([type=hidden])')
        .forEach((choice) => choice.setAttribute('aria-invalid', 'true')),
  },
  {
    name: 'a link of the summary leads to the last choice of a group',
    check: 'summary',
    axe: false,
    plant: () => {
      const last = [...document.querySelectorAll('[name=drums]')].at(-1);
      document.querySelector('[data-action-summary] a[href="#workshop-drums"]')?.setAttribute('href', `#${last?.id}`);
    },
  },
  {
    name: 'an optional field is required',
    check: 'required',
    axe: false,
    plant: () => document.querySelector('#workshop-drawing')?.setAttribute('required', ''),
  },
  {
    name: 'choices of 14 px stand close together',
    check: 'target-size',
    axe: true,
    plant: () => {
      for (const option of document.querySelectorAll('[data-action-option]')) {
        option.setAttribute('style', 'min-height: 0; line-height: 14px; font-size: 12px');
        option.querySelector('[id]')?.setAttribute('style', 'width: 14px; height: 14px');
      }
    },
  },
];
