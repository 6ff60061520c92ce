import type { VisitedPage } from '../support/visitor.js';

/** Name and value of the first button with a text, a label or a value. */
export function buttonOf({ html }: VisitedPage, words: string): [string, string] {
  for (const [button, text] of withoutTemplates(html).matchAll(/<button [^>]*>([^<]*)<\/button>/g)) {
    const [, name = '', value = ''] = / name="([^"]*)" value="([^"]*)"/.exec(button) ?? [];
    const plain = value.replaceAll('&quot;', '"');
    if ([text, plain, / aria-label="([^"]*)"/.exec(button)?.[1]].includes(words)) return [name, plain];
  }
  throw new Error(`There is no button ${words} in the page:\n${html}`);
}

/** Whether a control is in the page, and no fieldset around it is disabled. */
export function isInSight({ html }: VisitedPage, name: string): boolean {
  const at = html.indexOf(` name="${name}"`);
  if (at < 0) return false;
  const open = html.slice(html.lastIndexOf('<fieldset', at), at);
  return open.includes('</fieldset>') || !/^<fieldset[^>]* disabled/.test(open);
}

function withoutTemplates(html: string): string {
  const without = html.replaceAll(/<template(?:(?!<template)[^])*?<\/template>/g, '');
  return without === html ? html : withoutTemplates(without);
}
