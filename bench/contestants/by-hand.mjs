import { z } from 'zod';
import { toSchema } from '../form-model.mjs';
import { outcomeOfZod, validate } from './contestant.mjs';

/** Decoders that know their one form: one pass, every name spelled out, objects made at once. */
/** @type {import('./contestant.mjs').Contestant<import('zod').ZodSafeParseResult<unknown>>} */
export default {
  name: 'by hand',
  role: 'bound',
  toParser({ name, model }) {
    const schema = toSchema(model, z);
    const decode = decoders[name];
    if (!decode) throw new Error(`No decoder for ${name}`);
    return { parse: (form) => validate(schema, decode(form)), outcome: outcomeOfZod };
  },
};

/** @type {Readonly<Record<string, (form: FormData) => unknown>>} */
const decoders = {
  login: decodeLogin,
  mixed: decodePerson,
  invoice: decodeInvoice,
  rows: decodeInvoice,
  invalid: decodePerson,
  text: decodeEssay,
};

/** @typedef {FormDataEntryValue | undefined} Value */

/** @param {FormData} form */
function decodeLogin(form) {
  /** @type {Value} */ let email;
  /** @type {Value} */ let password;
  let remember = false;
  for (const [name, value] of form) {
    switch (name) {
      case 'email':
        email = value;
        break;
      case 'password':
        password = value;
        break;
      case 'remember':
        remember = value === 'on';
        break;
    }
  }
  return { email, password, remember };
}

/** @param {FormData} form */
function decodePerson(form) {
  /** @type {Value} */ let firstName;
  /** @type {Value} */ let lastName;
  /** @type {Value} */ let email;
  /** @type {Value} */ let phone;
  /** @type {Value} */ let birthday;
  /** @type {Value} */ let age;
  /** @type {Value} */ let website;
  /** @type {Value} */ let country;
  /** @type {Value} */ let language;
  /** @type {Value} */ let company;
  /** @type {Value} */ let jobTitle;
  /** @type {Value} */ let salary;
  /** @type {Value} */ let startDate;
  let newsletter = false;
  let terms = false;
  let remote = false;
  /** @type {FormDataEntryValue[]} */ const interests = [];
  /** @type {Value} */ let bio;
  /** @type {Value} */ let rating;
  /** @type {Value} */ let reference;
  for (const [name, value] of form) {
    switch (name) {
      case 'firstName':
        firstName = value;
        break;
      case 'lastName':
        lastName = value;
        break;
      case 'email':
        email = value;
        break;
      case 'phone':
        phone = value;
        break;
      case 'birthday':
        birthday = value;
        break;
      case 'age':
        age = value;
        break;
      case 'website':
        website = value;
        break;
      case 'country':
        country = value;
        break;
      case 'language':
        language = value;
        break;
      case 'company':
        company = value;
        break;
      case 'jobTitle':
        jobTitle = value;
        break;
      case 'salary':
        salary = value;
        break;
      case 'startDate':
        startDate = value;
        break;
      case 'newsletter':
        newsletter = value === 'on';
        break;
      case 'terms':
        terms = value === 'on';
        break;
      case 'remote':
        remote = value === 'on';
        break;
      case 'interests':
        interests.push(value);
        break;
      case 'bio':
        bio = value;
        break;
      case 'rating':
        rating = value;
        break;
      case 'reference':
        reference = value;
        break;
    }
  }
  return {
    firstName,
    lastName,
    email,
    phone,
    birthday: toDate(birthday),
    age: toNumber(age),
    website,
    country,
    language,
    company: company || undefined,
    jobTitle: jobTitle || undefined,
    salary: toNumber(salary),
    startDate: toDate(startDate),
    newsletter,
    terms,
    remote,
    interests,
    bio,
    rating: toNumber(rating),
    reference,
  };
}

/** @typedef {{ sku: Value, title: Value, quantity: unknown, price: unknown, unit: Value }} Item */

/** @param {FormData} form */
function decodeInvoice(form) {
  /** @type {Item[]} */
  const items = [];
  for (const [name, value] of form) {
    if (!name.startsWith('items[')) continue;
    const end = name.indexOf(']', 6);
    const index = Number(name.slice(6, end));
    const item = (items[index] ??= {
      sku: undefined,
      title: undefined,
      quantity: undefined,
      price: undefined,
      unit: undefined,
    });
    switch (name.slice(end + 2)) {
      case 'sku':
        item.sku = value;
        break;
      case 'title':
        item.title = value;
        break;
      case 'quantity':
        item.quantity = toNumber(value);
        break;
      case 'price':
        item.price = toNumber(value);
        break;
      case 'unit':
        item.unit = value;
        break;
    }
  }
  return { items };
}

/** @param {FormData} form */
function decodeEssay(form) {
  /** @type {Value} */ let title;
  /** @type {Value} */ let text;
  for (const [name, value] of form) {
    if (name === 'title') title = value;
    else if (name === 'text') text = value;
  }
  return { title, text: typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : text };
}

/** @param {Value} value */
function toNumber(value) {
  return value === undefined || value === '' ? undefined : Number(value);
}

/** @param {Value} value */
function toDate(value) {
  return typeof value === 'string' && value !== '' ? new Date(value) : undefined;
}
