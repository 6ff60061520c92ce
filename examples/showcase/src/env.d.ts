declare namespace App {
  interface Locals {
    /** Who this browser is: a random id in a cookie. Guestbook entries, orders and the profile hang on it. */
    visitor: string;
    /** The member who is logged in. */
    member: import('./data/members').Member | undefined;
  }
}

declare module 'virtual:code' {
  /** Code of this site as HTML, by the names that `code/vite-plugin.mjs` tells. */
  export const code: Readonly<Record<string, { readonly html: string; readonly lines: number }>>;
}
