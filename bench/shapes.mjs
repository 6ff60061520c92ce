// The forms that are measured, with what was typed into them and what a decoder has to make of it.
import { z } from 'zod';

/** @typedef {import('./form-model.mjs').Group} Group */
/** @typedef {import('./form-model.mjs').Typed} Typed */
/**
 * @typedef {object} Shape
 * @property {string} name
 * @property {Group} model
 * @property {{ readonly [key: string]: Typed }} typed
 * @property {readonly string[]} [errors] The names of the fields that have to be refused; without it the form is valid.
 */

const countries = /** @type {const} */ (['at', 'br', 'ca', 'de', 'fr', 'gb', 'in', 'jp', 'us', 'za']);
const languages = /** @type {const} */ (['de', 'en', 'fr', 'hi', 'ja', 'pt']);
const interests = /** @type {const} */ (['art', 'books', 'chess', 'dance', 'film', 'music', 'sports']);
const units = /** @type {const} */ (['piece', 'hour', 'day']);

/** @type {Group} */
const login = {
  kind: 'object',
  fields: {
    email: { kind: 'text', schema: z.email() },
    password: { kind: 'text', schema: z.string().min(8).max(200) },
    remember: { kind: 'box', schema: z.boolean() },
  },
};

/** @type {Group} */
const person = {
  kind: 'object',
  fields: {
    firstName: { kind: 'text', schema: z.string().min(1).max(100) },
    lastName: { kind: 'text', schema: z.string().min(1).max(100) },
    email: { kind: 'text', schema: z.email() },
    phone: { kind: 'text', schema: z.string().min(5).max(30) },
    birthday: { kind: 'date', schema: z.date() },
    age: { kind: 'number', schema: z.number().int().min(16).max(120) },
    website: { kind: 'text', schema: z.url() },
    country: { kind: 'choice', schema: z.enum(countries) },
    language: { kind: 'choice', schema: z.enum(languages) },
    company: { kind: 'optionalText', schema: z.string().max(100).optional() },
    jobTitle: { kind: 'optionalText', schema: z.string().max(100).optional() },
    salary: { kind: 'number', schema: z.number().min(0) },
    startDate: { kind: 'date', schema: z.date() },
    newsletter: { kind: 'box', schema: z.boolean() },
    terms: { kind: 'box', schema: z.boolean() },
    remote: { kind: 'box', schema: z.boolean() },
    interests: { kind: 'choices', schema: z.array(z.enum(interests)).max(5) },
    bio: { kind: 'text', schema: z.string().max(2000) },
    rating: { kind: 'number', schema: z.number().int().min(1).max(5) },
    reference: { kind: 'text', schema: z.string().regex(/^[A-Z]{3}-\d{4}$/) },
  },
};

const ada = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.org',
  phone: '+44 20 7946 0958',
  birthday: '1985-12-10',
  age: '39',
  website: 'https://example.org/ada',
  country: 'gb',
  language: 'en',
  company: '',
  jobTitle: 'Analyst',
  salary: '61250.50',
  startDate: '2025-03-01',
  newsletter: 'on',
  terms: 'on',
  interests: ['books', 'chess', 'music'],
  bio: 'Writes programs for engines that do not exist yet, and notes on those that do. '.repeat(4),
  rating: '5',
  reference: 'ENG-1843',
};

/**
 * @param {number} max
 * @returns {Group}
 */
function invoiceOf(max) {
  return {
    kind: 'object',
    fields: {
      items: {
        kind: 'list',
        max,
        row: {
          kind: 'object',
          fields: {
            sku: { kind: 'text', schema: z.string().min(1).max(40) },
            title: { kind: 'text', schema: z.string().min(1).max(200) },
            quantity: { kind: 'number', schema: z.number().int().min(1).max(999) },
            price: { kind: 'number', schema: z.number().min(0) },
            unit: { kind: 'choice', schema: z.enum(units) },
          },
        },
      },
    },
  };
}

/** @param {number} count */
function rows(count) {
  return Array.from({ length: count }, (_, index) => ({
    sku: `SKU-${1000 + index}`,
    title: `Article ${index}, as ordered`,
    quantity: String(1 + (index % 50)),
    price: `${index}.95`,
    unit: units[index % units.length] ?? 'piece',
  }));
}

/** @type {Group} */
const essay = {
  kind: 'object',
  fields: {
    title: { kind: 'text', schema: z.string().min(1).max(200) },
    text: { kind: 'longText', schema: z.string().min(1).max(2_000_000) },
  },
};

/** @type {readonly Shape[]} */
export const shapes = [
  {
    name: 'login',
    model: login,
    typed: { email: 'ada@example.org', password: 'correct horse battery', remember: 'on' },
  },
  { name: 'mixed', model: person, typed: ada },
  { name: 'invoice', model: invoiceOf(20), typed: { items: rows(10) } },
  { name: 'rows', model: invoiceOf(1000), typed: { items: rows(1000) } },
  {
    name: 'invalid',
    model: person,
    typed: {
      ...ada,
      firstName: '',
      email: 'ada at example.org',
      birthday: 'some day',
      age: '12',
      website: 'example',
      country: 'xx',
      salary: 'a lot',
      rating: '9',
      reference: '1843',
    },
    errors: ['age', 'birthday', 'country', 'email', 'firstName', 'rating', 'reference', 'salary', 'website'],
  },
  {
    name: 'text',
    model: essay,
    typed: { title: 'One megabyte', text: 'A line of text, as people write them.\n'.repeat(27_594) },
  },
];
