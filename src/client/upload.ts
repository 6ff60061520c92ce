import {
  CANCEL_ATTRIBUTE,
  DISCARD_ATTRIBUTE,
  KEPT_ATTRIBUTE,
  MAX_FILES_ATTRIBUTE,
  MAX_FILES_TEXT_ATTRIBUTE,
  MAX_SIZE_ATTRIBUTE,
  MAX_SIZE_TEXT_ATTRIBUTE,
  PROGRESS_ATTRIBUTE,
  REQUIRED_ATTRIBUTE,
  TYPE_TEXT_ATTRIBUTE,
  TYPES_ATTRIBUTE,
} from '../shared/wire-upload.js';
import type { Kit } from './kit.js';

/** As in `shared/`: taken from there it would be a chunk of its own. */
const ERRORS: typeof import('../shared/wire.js').ERRORS_ATTRIBUTE = 'data-action-errors';

const MARK = Symbol.for('astro-action-forms.upload');

/**
 * Shows how much of a form's files is sent, lets a person call that off, and refuses files that are past a control's
 * limits before anything is sent: where fields are checked while people edit them, as soon as they are chosen. Lets go of
 * files that were kept. Watches the document, once.
 */
export function watchUploads(kit: Pick<Kit, 'own' | 'partsOf' | 'showIssues' | 'send' | 'live' | 'files'>): void {
  if (Reflect.has(document, MARK)) return;
  Reflect.set(document, MARK, true);
  const { own, partsOf, showIssues, send } = kit;
  /** Which form a body is of: multipart is sent as the very data that listeners were given. */
  const forms = new WeakMap<object, HTMLFormElement>();

  // why: that is what the selector says
  const inputsOf = (form: HTMLFormElement) => partsOf(form, 'input[type=file]') as HTMLInputElement[];
  const issuesIn = (form: HTMLFormElement) => inputsOf(form).flatMap(issuesOf);
  /** What other fields say is still wrong with them. */
  const issuesBeside = (form: HTMLFormElement) => {
    const names = inputsOf(form).map(({ name }) => name);
    return partsOf(form, `[${ERRORS}]:not([hidden])`).flatMap((part) => {
      const name = part.getAttribute(ERRORS) ?? '';
      const messages = names.includes(name) ? [] : (part.textContent?.split('\n') ?? []);
      return messages.map((message) => ({ path: [], name, code: 'custom', message }));
    });
  };
  kit.files = (form, findings) => {
    for (const { name, message } of issuesIn(form)) if (findings.has(name)) findings.set(name, [message]);
  };
  document.addEventListener('actionform:submit', (event) => {
    const { form, formData } = event.detail;
    forms.set(formData, form);
    const issues = issuesIn(form);
    if (issues.length === 0) return;
    event.preventDefault();
    showIssues(form, [...issuesBeside(form), ...issues]);
    // As if nothing had been sent before: what other fields still say is asked about, since it may have been mended just now.
    void kit.live(form, new FormData());
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>(`[${CANCEL_ATTRIBUTE}]`) : null;
    if (!button?.form) return;
    // It is about to be hidden: the button that began it can begin it again.
    partsOf(button.form, '[type=submit][aria-disabled]')[0]?.focus();
    own(button.form, 'dispatchEvent')(new CustomEvent('actionform:abort'));
  });
  // Before anybody takes it for a submission.
  document.addEventListener(
    'submit',
    (event) => {
      const { submitter } = event;
      const item = submitter?.hasAttribute(DISCARD_ATTRIBUTE) ? submitter.closest<HTMLElement>(KEPT_ITEM) : null;
      if (!item) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      discard(item)?.focus();
    },
    { capture: true },
  );
  document.addEventListener('actionform:success', ({ target }) => {
    // What was kept has been handed over: it is there no more.
    if (!(target instanceof HTMLFormElement)) return;
    for (const item of partsOf(target, KEPT_ITEM)) discard(item);
    for (const input of partsOf(target, 'input[type=hidden][value^="kept."]')) input.remove();
  });
  kit.send = (url, init) => {
    const { body } = init;
    const form = body instanceof FormData ? forms.get(body) : undefined;
    const place = form && partsOf(form, `[${PROGRESS_ATTRIBUTE}]`)[0];
    return place ? upload(url, init, place) : send(url, init);
  };
}

const KEPT_ITEM = `[${KEPT_ATTRIBUTE}] > li`;

/** Takes a kept file away, and gives the control that has to have another one now. */
function discard(item: HTMLElement): HTMLInputElement | null {
  const list = item.parentElement;
  const id = item.querySelector('[id]')?.id ?? '';
  const control = document.querySelector<HTMLInputElement>(`[aria-describedby~="${id}"]`);
  const described = control?.getAttribute('aria-describedby')?.split(' ') ?? [];
  control?.setAttribute('aria-describedby', described.filter((each) => each !== id).join(' '));
  item.remove();
  if (list?.firstElementChild) return control;
  list?.remove();
  if (control?.hasAttribute(REQUIRED_ATTRIBUTE)) control.required = true;
  return control;
}

/** What is wrong with the files of a control, as far as its limits say. */
function issuesOf(control: HTMLInputElement) {
  const files = [...(control.files ?? [])];
  const limit = (name: string) => Number(control.getAttribute(name) ?? Infinity);
  const name = (
    [
      [files.length > limit(MAX_FILES_ATTRIBUTE), MAX_FILES_TEXT_ATTRIBUTE],
      [files.some(({ size }) => size > limit(MAX_SIZE_ATTRIBUTE)), MAX_SIZE_TEXT_ATTRIBUTE],
      [files.some((file) => !isAccepted(control, file)), TYPE_TEXT_ATTRIBUTE],
    ] as const
  ).find(([isWrong]) => isWrong)?.[1];
  const text = name && control.getAttribute(name);
  return text ? [{ path: [], name: control.name, code: 'too_big', message: text }] : [];
}

/** A file whose type the browser does not know is the server's to judge. */
function isAccepted(control: HTMLInputElement, { type }: File): boolean {
  const types = control.getAttribute(TYPES_ATTRIBUTE);
  return !type || !types || types.split(',').includes(type);
}

/** `fetch` does not say how much of a body is sent. */
function upload(url: string, { method, body, headers, signal }: RequestInit, place: HTMLElement): Promise<Response> {
  const bar = place.querySelector('progress');
  const request = new XMLHttpRequest();
  place.hidden = false;
  return new Promise<XMLHttpRequest>((resolve, reject) => {
    request.open(method ?? 'POST', url);
    for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (bar) bar.value = (loaded / total) * bar.max;
    });
    // All is sent, and what the server does with it takes as long as it takes.
    request.upload.addEventListener('load', () => bar?.removeAttribute('value'));
    request.addEventListener('load', () => resolve(request));
    for (const type of ['error', 'abort']) request.addEventListener(type, () => reject(new TypeError('Not sent')));
    signal?.addEventListener('abort', () => request.abort());
    // why: a form's data, as `send` has just seen
    request.send(body as FormData);
  })
    .then(toResponse)
    .finally(() => {
      place.hidden = true;
      if (bar) bar.value = 0;
    });
}

/** Throws on a status that no response can have. */
function toResponse(request: XMLHttpRequest): Response {
  const { status, responseText } = request;
  const lines = request.getAllResponseHeaders().trim().split(/\r\n/);
  const headers = lines.flatMap((line): [string, string][] => {
    const at = line.indexOf(':');
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1).trim()]] : [];
  });
  // Of some statuses a response must not have a body, not even an empty one.
  return new Response(responseText || null, { status, headers });
}
