// Makes node_modules/astro-action-forms point at this repository, so that examples, fixtures and our own components
// import the package by its name, as a user does. Does nothing where the package is somebody's dependency.
import { lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const link = join(root, 'node_modules', 'astro-action-forms');

if (!isInstalledAsDependency()) linkSelf();

function isInstalledAsDependency() {
  return basename(dirname(root)) === 'node_modules';
}

function linkSelf() {
  const entry = lstatSync(link, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink() && readlinkSync(link) === '..') return;
  if (entry) rmSync(link, { recursive: true });
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync('..', link, 'dir');
}
