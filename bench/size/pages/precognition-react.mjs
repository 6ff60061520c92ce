import { useForm } from 'laravel-precognition-react';
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const form = useForm('post', '/join', { email: '' });
  const submit = (/** @type {import('react').FormEvent} */ event) => {
    event.preventDefault();
    void form.submit();
  };
  const input = {
    name: 'email',
    value: form.data.email,
    onChange: (/** @type {import('react').ChangeEvent<HTMLInputElement>} */ { target }) =>
      form.setData('email', target.value),
    onBlur: () => form.validate('email'),
  };
  return h('form', { onSubmit: submit }, h('input', input), h('p', null, form.errors.email), h('button', null, 'Join'));
}

// why: the page has it
createRoot(/** @type {HTMLElement} */ (document.getElementById('root'))).render(h(Page));
