// What the pages of peers for React are compared with: the same form without them.
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [error, setError] = useState('');
  const submit = async (/** @type {import('react').FormEvent<HTMLFormElement>} */ event) => {
    event.preventDefault();
    const answer = await fetch('/join', { method: 'POST', body: new FormData(event.currentTarget) });
    setError(await answer.text());
  };
  return h('form', { onSubmit: submit }, h('input', { name: 'email' }), h('p', null, error), h('button', null, 'Join'));
}

// why: the page has it
createRoot(/** @type {HTMLElement} */ (document.getElementById('root'))).render(h(Page));
