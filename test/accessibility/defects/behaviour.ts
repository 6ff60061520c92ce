import type { Page } from '@playwright/test';
import type { Finding } from '../checks.js';
import { findLostLinks, findLostRowFocus, findSilentWait, findSurprises } from '../interactions.js';

/** A mistake in what a page does, which shows when somebody uses it. */
export interface BehaviourDefect {
  name: string;
  /** Uses the page, and gives what is wrong with that. */
  find: (page: Page) => Promise<Finding[]>;
  /** Runs in the page, and may use nothing but the document. */
  plant: () => void;
}

const findSilentOrder = (page: Page): Promise<Finding[]> =>
  findSilentWait(page, page.getByRole('button', { name: 'Place order' }));

/** Put into `/order` with two rows, after it was sent empty. */
export const behaviourDefects: readonly BehaviourDefect[] = [
  {
    name: 'a link of the summary scrolls, and gives no focus',
    find: findLostLinks,
    plant: () => {
      const onClick = (event: Event): void => {
        const link = event.target instanceof Element ? event.target.closest('[data-action-summary] a') : null;
        if (!link) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        document.querySelector(link.getAttribute('href') ?? '')?.scrollIntoView();
      };
      addEventListener('click', onClick, { capture: true });
    },
  },
  {
    name: 'a sticky header lies on what a link leads to',
    find: findLostLinks,
    plant: () => {
      const style = document.createElement('style');
      style.textContent = `
        .site-header { position: sticky; inset-block-start: 0; z-index: 1; background: Canvas; block-size: 12rem }
        html, form * { scroll-padding: 0 !important; scroll-margin: 0 !important }
        footer { min-block-size: 100vh }`;
      document.head.append(style);
      document.body.style.display = 'block';
    },
  },
  {
    name: 'a field sends the form as soon as it is changed',
    find: findSurprises,
    plant: () =>
      document.querySelector('#order-address-zip')?.addEventListener('input', () => document.forms[0]?.requestSubmit()),
  },
  {
    name: 'a field passes the focus on as soon as it is full',
    find: findSurprises,
    plant: () =>
      document
        .querySelector('#order-address-zip')
        ?.addEventListener('input', () => document.querySelector<HTMLElement>('#order-items-0-sku')?.focus()),
  },
  {
    name: 'the focus is lost with a row',
    find: findLostRowFocus,
    plant: () => document.addEventListener('focusin', ({ target }) => target instanceof HTMLElement && target.blur()),
  },
  {
    name: 'a button that waits is disabled',
    find: findSilentOrder,
    plant: () =>
      document.addEventListener('actionform:submit', () =>
        document.querySelector('[data-action-pending]')?.setAttribute('disabled', ''),
      ),
  },
  {
    name: 'nothing says that one has to wait',
    find: findSilentOrder,
    plant: () => document.querySelector('[data-action-pending]')?.setAttribute('data-action-pending', ''),
  },
];
