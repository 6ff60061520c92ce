import { z } from 'zod';
import { spell, toSchema, withLineFeeds } from '../form-model.mjs';
import { namesOf } from './contestant.mjs';

// what its remote forms are made of; not exported
const file = new URL('../node_modules/@sveltejs/kit/src/runtime/form-utils.js', import.meta.url).href;
/** @type {{ convert_formdata: (id: string, form: FormData) => unknown, normalize_issue: (issue: Issue, server: boolean) => Issue }} */
const { convert_formdata: convert, normalize_issue: normalize } = await import(file);

/** @typedef {import('@standard-schema/spec').StandardSchemaV1.Issue} Issue */
/** @typedef {{ value: unknown } | { issues: Issue[], input: unknown }} Answer */

const id = 'order';

/** @type {import('./contestant.mjs').Contestant<Answer>} */
export default {
  name: 'SvelteKit',
  role: 'peer',
  toParser({ model }) {
    const schema = toSchema(model, z, {
      box: () => z.boolean().default(false),
      date: () => z.coerce.date(),
      longText: withLineFeeds,
      optionalText: (inner) => inner.transform((text) => text || undefined),
    });
    return {
      spell: (path, kind) => `${prefixes[kind] ?? ''}${spell(path)}${kind === 'choices' ? '[]' : ''}/${id}`,
      parse(form) {
        const input = convert(id, form);
        const result = schema['~standard'].validate(input);
        if (result instanceof Promise) throw new Error('Expected a synchronous answer');
        if (!result.issues) return { value: result.value };
        return { issues: result.issues.map((issue) => normalize(issue, true)), input };
      },
      outcome: (answer) => ('value' in answer ? { data: answer.value } : { errors: namesOf(answer.issues) }),
    };
  },
};

/** @type {Partial<Record<import('../form-model.mjs').ControlKind, string>>} */
const prefixes = { number: 'n:', box: 'b:' };
