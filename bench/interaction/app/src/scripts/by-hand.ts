/** What a good hand writes for this one form: sends it, and shows errors beside fields and in the summary, if there is one. */
// why: the page has the form, its button and its status
const form = document.querySelector('form') as HTMLFormElement;
const button = form.querySelector('button[type=submit]') as HTMLButtonElement;
const outcome = form.querySelector('[role=status]') as HTMLElement;
const summary = form.querySelector<HTMLElement>('[data-action-summary]');

interface Issue {
  readonly path: readonly string[];
  readonly message: string;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (form.ariaBusy) return;
  form.ariaBusy = 'true';
  button.ariaDisabled = 'true';
  outcome.textContent = '';
  try {
    const answer = await fetch('/_actions/survey/', {
      method: 'POST',
      // why: a form without files has texts only
      body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
      headers: { Accept: 'application/json' },
    });
    const failed = answer.ok ? undefined : await answer.json();
    show(failed?.issues ?? []);
    if (!failed) outcome.textContent = 'Sent.';
    else if (!failed.issues) outcome.textContent = failed.message;
  } catch {
    outcome.textContent = 'There was no answer. Try again.';
  }
  form.ariaBusy = button.ariaDisabled = null;
});

function show(issues: readonly Issue[]) {
  const messages = new Map(issues.map(({ path, message }) => [path.join('.'), message]));
  const links: HTMLElement[] = [];
  let first: HTMLElement | undefined;
  for (const control of form.querySelectorAll('input')) {
    const error = document.getElementById(`${control.id}-error`);
    if (!error) continue;
    const message = messages.get(control.name);
    control.ariaInvalid = message ? 'true' : null;
    error.textContent = message ?? '';
    error.hidden = !message;
    if (!message) continue;
    first ??= control;
    if (summary) links.push(link(control.id, message));
  }
  if (summary) {
    summary.hidden = links.length === 0;
    summary.querySelector('ul')?.replaceChildren(...links);
    if (first) first = summary;
    if (first && !document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`;
  }
  first?.focus();
}

function link(id: string, message: string): HTMLElement {
  const [item, target] = [document.createElement('li'), document.createElement('a')];
  target.href = `#${id}`;
  target.textContent = message;
  item.append(target);
  return item;
}
