import type { Defect } from './defect.js';

/** Put into `/apprentice` without the island, after it was sent with a CV and two pictures and without a name. */
export const fileDefects: readonly Defect[] = [
  {
    name: 'a kept file has no name',
    check: 'files',
    axe: false,
    plant: () => document.querySelector('[data-action-kept] span')?.replaceChildren(),
  },
  {
    name: 'the button of a kept file has no name',
    check: 'button-name',
    axe: true,
    plant: () => {
      const button = document.querySelector('[data-action-discard]');
      button?.removeAttribute('aria-label');
      button?.replaceChildren();
    },
  },
  {
    name: 'the buttons of all kept files have one name',
    check: 'files',
    axe: false,
    plant: () =>
      document.querySelectorAll('[data-action-discard]').forEach((button) => button.removeAttribute('aria-label')),
  },
  {
    name: 'the button of a kept file names another one',
    check: 'files',
    axe: false,
    plant: () => document.querySelector('[data-action-discard]')?.setAttribute('aria-label', 'Remove: rook.png'),
  },
  {
    name: 'kept files are boxes and no list',
    check: 'files',
    axe: false,
    plant: () => {
      for (const list of document.querySelectorAll('[data-action-kept]')) {
        const box = document.createElement('div');
        box.setAttribute('data-action-kept', '');
        for (const item of [...list.children]) {
          const part = document.createElement('div');
          part.append(...item.childNodes);
          box.append(part);
        }
        list.replaceWith(box);
      }
    },
  },
  {
    name: 'a control does not tell which file is kept for it',
    check: 'files',
    axe: false,
    plant: () => {
      const control = document.querySelector('[name=cv][type=file]');
      const ids = control?.getAttribute('aria-describedby')?.split(' ') ?? [];
      control?.setAttribute('aria-describedby', ids.filter((id) => !id.includes('kept')).join(' '));
    },
  },
  {
    name: 'a file control has no label',
    check: 'label',
    axe: true,
    plant: () => document.querySelector('label[for=apprentice-cv]')?.remove(),
  },
  {
    name: 'a list of rows with files has no legend',
    check: 'group',
    axe: false,
    plant: () => document.querySelector('[data-action-list=references] > legend')?.remove(),
  },
];
