import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import { createElement as h, useActionState } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * The server checks the form, as with ours: no schema is sent.
 * @param {unknown} _
 * @param {FormData} form
 */
async function join(_, form) {
  const answer = await fetch('/join', { method: 'POST', body: form });
  return answer.json();
}

function Page() {
  const [lastResult, action] = useActionState(join, undefined);
  const [form, fields] = useForm({ lastResult });
  // why: Conform makes a field of any name that it is asked for
  const email = /** @type {import('@conform-to/react').FieldMetadata<string>} */ (fields['email']);
  const { key, ...input } = getInputProps(email, { type: 'email' });
  return h(
    'form',
    { ...getFormProps(form), action },
    h('input', { key, ...input }),
    h('p', { id: email.errorId }, email.errors),
    h('button', null, 'Join'),
  );
}

// why: the page has it
createRoot(/** @type {HTMLElement} */ (document.getElementById('root'))).render(h(Page));
