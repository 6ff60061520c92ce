import { orderInput } from '../../order';

/** Reads the form that was posted, as one would for this form alone. */
export function parseOrder(form: FormData) {
  return orderInput.safeParse({
    email: form.get('email'),
    name: form.get('name'),
    size: form.get('size'),
    quantity: Number(form.get('quantity')),
    gift: form.get('gift') === 'true',
    note: form.get('note') || undefined,
  });
}
