import { codeBlocks, filesOf } from '../support/document-code.js';

/** Files of one document, or of one of its sections, that make a whole: what a reader writes into a new Astro site. */
export interface Chapter {
  /** Part of a file's name. */
  readonly name: string;
  readonly document: string;
  readonly files: ReadonlyMap<string, string>;
}

/** What several guides begin with: the README's site and its first form. */
export const firstForm: Chapter = {
  name: 'readme',
  document: 'README.md',
  files: new Map(['Install', 'Your first form'].flatMap((heading) => [...sectionOf('README.md', heading)])),
};

/** Whose actions and pages have names of their own, so that one site can have them all. */
export const chapters: readonly Chapter[] = [
  firstForm,
  chapter('first-form', 'first-form'),
  chapter('edit-forms', 'edit-forms', ''),
  chapter('lists', 'lists', ''),
  chapter('lists-in-rows', 'lists', 'Lists in rows of their own kind'),
  chapter('files', 'files', ''),
  chapter('union', 'dependent-fields', 'From a discriminated union'),
  chapter('declaration', 'dependent-fields', 'By declaration'),
  chapter('your-own-controls', 'your-own-controls'),
  chapter('by-hand', 'island', 'Your own forms'),
  chapter('styling', 'styling'),
  chapter('migrating', 'migrating', '1. As it is'),
  renamed(chapter('migrating-2', 'migrating', '2. What was typed stays'), 'sign-up', 'sign-up-2'),
  renamed(chapter('migrating-3', 'migrating', '3. Printed'), 'sign-up', 'sign-up-3'),
];

/** @param heading As in `codeBlocks`. */
function chapter(name: string, guide: string, heading?: string): Chapter {
  const document = `docs/${guide}.md`;
  return { name, document, files: sectionOf(document, heading) };
}

function sectionOf(document: string, heading?: string): Map<string, string> {
  const files = filesOf(codeBlocks(document, heading));
  if (files.size === 0) throw new Error(`${document} shows no whole file under ${heading ?? 'any heading'}`);
  return files;
}

/** Steps of one page, which replace each other, beside each other. */
function renamed({ files, ...rest }: Chapter, page: string, as: string): Chapter {
  return { ...rest, files: new Map([...files].map(([path, code]) => [path.replace(page, as), code])) };
}
