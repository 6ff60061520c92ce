import type { GlyphName } from './glyphs.js';

/** A page of the gallery: what it is about, and what the studio calls it. */
export interface Exhibit {
  readonly path: string;
  readonly subject: string;
  readonly title: string;
  readonly about: string;
  readonly glyph: GlyphName;
}

export const gallery: readonly { title: string; exhibits: readonly Exhibit[] }[] = [
  {
    title: 'What is in a form',
    exhibits: [
      {
        path: '/controls',
        subject: 'Every control',
        title: 'Controls',
        about: 'Texts, numbers, days, choices, colours, files: each is a line of the schema and a line of the page.',
        glyph: 'controls',
      },
      {
        path: '/order',
        subject: 'Lists, and only once',
        title: 'Order',
        about: 'Add rows and move them, press the button twice: it is one order. What is sold out is said on its row.',
        glyph: 'rows',
      },
      {
        path: '/zine',
        subject: 'Lists in lists, of blocks',
        title: 'Zine',
        about: 'A page built of blocks, each of a kind that you choose, and of blocks in blocks. Copy them, move them.',
        glyph: 'fold',
      },
      {
        path: '/apprentice',
        subject: 'Files that stay',
        title: 'Apprentice',
        about: 'Choose a file and forget your name: nobody asks for the file again, with a script or without.',
        glyph: 'sheet',
      },
      {
        path: '/rent',
        subject: 'Fields that depend',
        title: 'Rent',
        about: 'By card, by invoice, or the company pays: what you did not choose is neither asked for nor sent.',
        glyph: 'branch',
      },
      {
        path: '/postcard',
        subject: 'Markup of your own',
        title: 'Postcard',
        about: 'A form that is a card: HTML that you write yourself, and parts of ours with your classes on them.',
        glyph: 'card',
      },
    ],
  },
  {
    title: 'While you fill it in',
    exhibits: [
      {
        path: '/shelf',
        subject: 'Checked as you type',
        title: 'Shelf',
        about: 'The server’s own schema looks at each field when you leave it. No schema is sent to the browser.',
        glyph: 'check',
      },
      {
        path: '/prints',
        subject: 'Not waiting for it',
        title: 'Prints',
        about: 'The heart is full at once. If the server says no, it is empty again.',
        glyph: 'heart',
      },
      {
        path: '/jobs',
        subject: 'One after the other',
        title: 'To do',
        about: 'Type as fast as you like: rows are there at once, and are sent in the order that you typed them.',
        glyph: 'ticks',
      },
      {
        path: '/profile',
        subject: 'Something to edit',
        title: 'Profile',
        about: 'It begins with what is stored. Cleared means null, nothing ticked means nothing.',
        glyph: 'pencil',
      },
    ],
  },
  {
    title: 'Around it',
    exhibits: [
      {
        path: '/newsletter',
        subject: 'Results that travel',
        title: 'Newsletter',
        about:
          'The page you land on reads the result of the form. Two tabs, two results, and no reload sends it again.',
        glyph: 'arrow',
      },
      {
        path: '/guestbook',
        subject: 'Lists that follow',
        title: 'Guestbook',
        about: 'Sign it, and only the list changes. Each entry of yours has a button, which is a form as well.',
        glyph: 'book',
      },
      {
        path: '/contact',
        subject: 'Two languages',
        title: 'Contact',
        about: 'One schema, and labels, choices, hints and every message are in the language of the page.',
        glyph: 'talk',
      },
      {
        path: '/login',
        subject: 'Guards and limits',
        title: 'Log in',
        about: 'Who may send this, and how often: asked before the body is read. What you typed is kept.',
        glyph: 'shield',
      },
      {
        path: '/studio',
        subject: 'A page for members',
        title: 'Studio',
        about: 'Log in and be brought back. If the session ends while you write, nothing that you wrote is lost.',
        glyph: 'door',
      },
      {
        path: '/workshop',
        subject: 'zod-form-data',
        title: 'Workshop',
        about: 'A schema in the words that you have already, beside plain Zod, with constraints and all.',
        glyph: 'squares',
      },
    ],
  },
];
