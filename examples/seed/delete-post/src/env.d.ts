declare namespace App {
  interface Locals {
    /** Who is logged in; the middleware sets it. */
    user?: { name: string };
  }
}
