import { form, raw, type HostileBody } from '../support/body.js';
import { ignored, read, wrong } from './open.js';

const inherited = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  '__lookupSetter__',
  'then',
  'toJSON',
  'length',
];

/** Names that objects, lists and promises have of themselves, wherever a name can stand. */
export const inheritedNames: HostileBody[] = inherited.flatMap((name) => [
  form(`${name} as a field`, [[name, 'x']], ignored),
  form(`${name}.polluted`, [[`${name}.polluted`, 'x']], ignored),
  form(`${name}[prototype][polluted]`, [[`${name}[prototype][polluted]`, 'x']], ignored),
  form(`${name} below an object`, [[`address.${name}`, 'x']], ignored),
  form(`${name}.polluted below an object, in brackets`, [[`address[${name}][polluted]`, 'x']], ignored),
  form(
    `${name} in a row`,
    [
      ['items[0].qty', '1'],
      [`items[0].${name}.qty`, '9'],
    ],
    read({ items: [{ qty: 1 }] }),
  ),
  form(`${name} as a row`, [[`items[${name}].qty`, '1']], ignored),
  form(`${name} below a list of texts`, [[`tags.${name}`, '1']], ignored),
  form(`${name} as a key of a record`, [[`scores[${name}]`, 'x']], ownKey('scores', name)),
  form(`${name} as an unknown key of a strict object`, [[name, 'x']], wrong(''), 'strict'),
  form(`${name} as an unknown key of a loose object`, [[name, 'x']], { data: withoutProto(name) }, 'loose'),
]);

/** One value under two names, two values under one, and names that contradict each other. */
export const conflicts: HostileBody[] = [
  raw('a text and names below it', 'name=n&name.first=z', read({ name: 'n' })),
  raw('names below a text only', 'name.first=z&name[last]=y', ignored),
  raw('a text twice', 'name=a&name=b', wrong('name')),
  raw('a text a thousand times', 'name=a&'.repeat(1000), wrong('name')),
  raw('a text, once as a list', 'name=a&name[]=b', wrong('name')),
  raw('a text as a list of one', 'name[]=a', read({ name: 'a' })),
  raw('a text as a row', 'name[0]=a', ignored),
  raw('a text with an operator of a database', 'name[$ne]=x&name[$gt]=&name.$where=1', ignored),
  raw('a number twice', 'age=1&age=2', wrong('age')),
  raw('a number as an object', 'age[valueOf]=1&age[toString]=2', ignored),
  raw('a box: the last value counts, ticked', 'agree=false&agree=true', read({ agree: true })),
  raw('a box: the last value counts, unticked', 'agree=true&agree=false', ignored),
  raw('a box with a value that is none', 'agree=on&agree=maybe', wrong('agree')),
  raw('a box with names below it', 'agree.x=1', ignored),
  raw('a box named like a method', 'agree=toString', wrong('agree')),
  raw('a choice twice', 'color=red&color=red', wrong('color')),
  raw('a choice that is inherited', 'color=constructor', wrong('color')),
  raw('a choice that is __proto__', 'color=__proto__', wrong('color')),
  raw('a choice in other letters', 'color=RED', wrong('color')),
  raw('a date twice', 'born=2024-01-01&born=2024-01-02', wrong('born')),
  raw('a list by three of its spellings', 'tags=a&tags[]=b&tags[0]=c', read({ tags: ['a', 'b', 'c'] })),
  raw('one row by two spellings', 'tags[0]=a&tags.0=b', wrong('tags[0]')),
  raw('one row of objects by three spellings', 'items[0].qty=1&items.0.qty=2&items[0][qty]=3', wrong('items[0].qty')),
  raw('tags.length', 'tags.length=99999', ignored),
  raw('tags[length]', 'tags[length]=99999&tags[0]=a', read({ tags: ['a'] })),
  raw('a length beside rows', 'items.length=3&items[0].qty=1', read({ items: [{ qty: 1 }] })),
  raw('an object in a list of texts', 'tags[0].x=1', wrong('tags[0]')),
  raw('a list in a list of texts', 'tags[0][0]=1', wrong('tags[0]')),
  raw('a text for a list of objects', 'items=x', ignored),
  raw('a text for a row', 'items[0]=x', wrong('items[0].qty')),
  raw('a text for a row that has fields too', 'items[0]=x&items[0].qty=1', read({ items: [{ qty: 1 }] })),
  raw('JSON for a list of objects', 'items=%5B%7B%22qty%22%3A1%7D%5D', ignored),
  raw('a text for an object', 'address=x', ignored),
  raw('a text for an object that has fields too', 'address=x&address.street=s', read({ address: { street: 's' } })),
  raw('JSON for an object', 'address=%7B%22street%22%3A%22s%22%7D', ignored),
  raw('a list for an object', 'address[]=x&address[0]=y', ignored),
  raw('rows for an object', 'address[0].street=y', ignored),
  raw('a text for a record', 'scores=x&scores[]=y', ignored),
  raw('a key of a record twice', 'scores[a]=1&scores.a=2', wrong('scores.a')),
  raw('an object in a record of texts', 'scores[a][b]=1', wrong('scores.a')),
  raw(
    'keys of a record that look alike',
    'scores[a]=1&scores[A]=2&scores[a ]=3',
    read({ scores: { a: '1', A: '2', 'a ': '3' } }),
  ),
  raw('a key of a record that is blank', 'scores[ ]=1', read({ scores: { ' ': '1' } })),
  raw('a key of a record with a dot', 'scores[a.b]=1', read({ scores: { 'a.b': '1' } })),
  raw('keys of a record that are numbers', 'scores[1]=a&scores[0]=b', read({ scores: { 0: 'b', 1: 'a' } })),
  raw('the names that Astro uses itself', 'name=a&_astroAction=x&_action=y', read({ name: 'a' })),
  raw('names of submit buttons', 'submit=x&action=y&method=z', ignored),
];

/** An error at a key that a client has chosen, whatever its spelling, has to be shown; this is where. */
export const keys: HostileBody[] = [
  ...['a[', 'a]', '[a', 'a[b[.]', '[]', '][', '[', ']', 'a[]b', ' ', '', '__proto__[', 'a\0'].map((name) =>
    form(`an error at the name ${JSON.stringify(name)}`, [[name, 'x']], wrong(name), 'keyed'),
  ),
  ...['a..b', 'a.', '.a', '.', '..', '].'].map((name) =>
    form(
      `an error at the name ${JSON.stringify(name)}, which is no path`,
      [[name, 'x']],
      wrong(inBrackets(name)),
      'keyed',
    ),
  ),
  form('an error at the first part of a name', [['a[.]', 'x']], wrong('a'), 'keyed'),
  ...['a..b', 'a.', '.a', '.', '..'].map((key) =>
    raw(
      `an error at the key ${JSON.stringify(key)} of a record`,
      `scores[${key}]=1&scores[${key}]=2`,
      wrong(`scores[${key}]`),
    ),
  ),
  ...['[', 'a[', 'a[.', '.[', '[].', 'a[b[.'].map((key) =>
    raw(`${JSON.stringify(key)} is no key of a record`, `scores[${key}]=1&scores[${key}]=2`, ignored),
  ),
];

function inBrackets(name: string): string {
  return name.includes(']') ? name : `[${name}]`;
}

/** Brackets and dots that do not make a name. */
export const brackets: HostileBody[] = [
  ...[
    'items[0',
    'items0]',
    'items]0[',
    'items[[0]].qty',
    'items[0]qty',
    'items..qty',
    'items[0]..qty',
    'items[0].[qty]',
    'items[].qty',
    'items[][qty]',
    "items['0'].qty",
    'items["0"].qty',
    'items(0).qty',
    'items{0}.qty',
    'items<0>.qty',
    'items->0->qty',
    'items/0/qty',
    'items:0:qty',
    '.items[0].qty',
    'items[0]\0.qty',
    'items%5B0%5D.qty',
    'items［0］.qty',
    'items．0．qty',
    '[',
    ']',
    '[]',
    '[][]',
    '][',
    '[0]',
    '.',
    '..',
    '...',
    '[.]',
    '[[]]',
    ' ',
    '',
    '[__proto__]',
    '[__proto__][polluted]',
  ].map((name) => form(`${JSON.stringify(name)} is no name`, [[name, '1']], ignored)),
  form('brackets all the way', [['[items][0][qty]', '1']], read({ items: [{ qty: 1 }] })),
  form('a list of one where a text is due', [['items[0].qty[]', '1']], read({ items: [{ qty: 1 }] })),
  form('a dot at the end of a row', [['items[0].', '1']], ignored),
  form('an open bracket after a row', [['items[0][', '1']], ignored),
  form('a second closing bracket', [['items[0]]', '1']], ignored),
  form('a list in the place of a row', [['items[0][]', '1']], wrong('items[0].qty')),
  form('quotes in brackets', [['items[0]["qty"]', '1']], wrong('items[0].qty')),
];

function ownKey(record: string, key: string) {
  return read({ [record]: withoutProto(key) });
}

/** Zod leaves `__proto__` out of what it makes of unknown keys. */
function withoutProto(key: string): object {
  return key === '__proto__' ? {} : { [key]: 'x' };
}
