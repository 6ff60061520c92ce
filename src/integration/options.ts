import { z } from 'astro/zod';
import { nearest } from '../server/form/nearest.js';
import { defaultMessages, type MessageKey, type Messages } from '../shared/messages.js';
import { developerError } from '../server/developer-error.js';
import type { Limits } from '../submission/limits.js';
import type { UploadOptions } from '../server/uploads/options.js';
import type { StoreDescriptor, UnstorageDriver } from './store-descriptors.js';
import { storeSchema, unstorageDriver } from './store-schema.js';

/** Options of `actionForms()`. */
export interface ActionFormsOptions {
  /**
   * Whether `astro:actions` itself gets our `defineAction`, `actions` and `ActionError` on the server. Default true.
   * With false, import them from `astro-action-forms/server`; everything else works the same.
   */
  completeAstroActions?: boolean;
  /**
   * Who may send unsafe requests. `'fetch-metadata'` (default) replaces Astro's `checkOrigin` for the whole site with a
   * stricter rule that also spares text browsers and sites behind TLS proxies. `'astro'` leaves Astro's rule in place and
   * adds ours for actions.
   */
  csrf?: 'fetch-metadata' | 'astro';
  /** Other origins that may post here, as `https://app.example`. Default none. */
  trustedOrigins?: string[];
  /** Whether forms are enhanced by the island unless they say otherwise. Default false. */
  enhance?: boolean;
  /**
   * Where results wait that do not fit in a cookie, and where actions with `once` keep their claims. Default
   * `memoryStore()`; sites of several processes need another.
   */
  store?: StoreDescriptor;
  /** Bounds of what is read from a form. Defaults: 1,000 names, 100 files, names of 200 characters, depth 8, index 1,000. */
  limits?: Partial<Limits>;
  /**
   * The language of pages that are in none by Astro's i18n routing, as a BCP 47 tag. Default: `i18n.defaultLocale`, else
   * `'en'`. English and German texts ship with the package.
   */
  locale?: string;
  /** Where files go that are sent with forms, and how long those of a form that failed are kept. */
  uploads?: UploadOptions & UploadDriverOption;
  /** Texts for people in that language, where the package's own do not fit or it has none. */
  messages?: Partial<Messages>;
  /** Texts in other languages, by BCP 47 tag. What `de` says also holds for `de-AT`. */
  locales?: Readonly<Record<string, Partial<Messages>>>;
}

export interface UploadDriverOption {
  /**
   * A driver of unstorage for files that are kept for the next submission, where the processes of a site share no disk.
   * Default: they wait in `dir`.
   *
   * @example uploads: { driver: sessionDrivers.redis({ url: 'redis://host:6379' }) } // sessionDrivers of 'astro/config'
   */
  readonly driver?: UnstorageDriver;
}

const count = z.number().int().positive();
const text = z.string().optional();

const origin = z.string().refine((text) => URL.parse(text)?.origin === text, {
  error: ({ input }) =>
    `${JSON.stringify(input)} is not an origin: write scheme, host and port only, as in "https://app.example"`,
});

const tag = z.string().refine(isTag, { error: ({ input }) => noTag(String(input)) });

function noTag(text: string): string {
  return `${JSON.stringify(text)} is no BCP 47 tag: write "de" or "pt-BR"`;
}

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Where a key is written that does not exist, the nearest one is named. */
function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error(issue) {
      if (issue.code !== 'unrecognized_keys') return undefined;
      return issue.keys
        .map((key) => `there is no ${JSON.stringify(key)}; ${instead(nearest(key, known), known)}`)
        .join(', and ');
    },
  });
}

function instead(near: string | undefined, known: readonly string[]): string {
  return near === undefined ? `there are ${known.join(', ')}` : `did you mean ${JSON.stringify(near)}?`;
}

const messages = strict(
  // why: Object.fromEntries forgets which keys it was given
  Object.fromEntries(Object.keys(defaultMessages).map((key) => [key, text])) as Record<MessageKey, typeof text>,
);

const optionsSchema = strict({
  completeAstroActions: z.boolean().default(true),
  csrf: z.enum(['fetch-metadata', 'astro']).default('fetch-metadata'),
  trustedOrigins: z.array(origin).default([]),
  enhance: z.boolean().default(false),
  store: storeSchema,
  limits: strict({ names: count, files: count, nameLength: count, depth: count, index: count }).partial().default({}),
  locale: tag.optional(),
  messages: messages.default({}),
  locales: z.record(z.string(), messages).superRefine(refuseTags).default({}),
  uploads: strict({
    driver: unstorageDriver,
    dir: z.string().min(1),
    ttl: count,
    perBrowser: count.or(z.literal(0)),
    total: count,
  })
    .partial()
    .default({}),
});

/** Of a key that does not fit, Zod's records say nothing but that. */
function refuseTags(
  locales: object,
  { addIssue }: { addIssue(issue: { code: 'custom'; message: string }): void },
): void {
  for (const key of Object.keys(locales)) if (!isTag(key)) addIssue({ code: 'custom', message: noTag(key) });
}

export type ResolvedOptions = z.output<typeof optionsSchema>;

/** Checks the options once, at start. @throws AstroError that names each option that does not fit. */
export function resolveOptions(options: unknown): ResolvedOptions {
  const parsed = optionsSchema.safeParse(options);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'options'}: ${message}`);
  throw developerError(
    'The options of actionForms() do not fit',
    problems.join('; '),
    `Options are: ${Object.keys(optionsSchema.shape).join(', ')}.`,
    'Their meaning is in the docstrings of `ActionFormsOptions`.',
  );
}
