declare namespace App {
  interface Locals {
    /** Who this browser is: a random id in a cookie. Guestbook entries, orders and the profile hang on it. */
    visitor: string;
    /** The member who is logged in. */
    member: import('./data/members').Member | undefined;
  }
}
