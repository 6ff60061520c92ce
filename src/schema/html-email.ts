/**
 * Whether a control of the type `email` takes every address that an expression takes. Known by examples of what HTML
 * refuses: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
 */
export function isHtmlEmail(pattern: RegExp | undefined): boolean {
  if (!pattern) return false;
  const test = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return !refusedByHtml.some((address) => test.test(address));
}

const refusedByHtml = [
  'zoë@example.com',
  'zoe@exämple.com',
  '"zoe"@example.com',
  'zoe b@example.com',
  'zoe,b@example.com',
  'zoe@b@example.com',
  'zoe@[127.0.0.1]',
  'zoe@-a.example.com',
  'zoe@a_b.example.com',
  'zoe@a..example.com',
  'zoe@example.com.',
  '@example.com',
  'zoe@',
  'zoe',
];
