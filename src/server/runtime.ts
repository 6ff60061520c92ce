import type { ErrorMap } from '../schema/validate.js';
import type { Messages } from '../shared/messages.js';
import type { Limits } from '../submission/limits.js';
import { createCatalogue, languageOf, type LanguageOptions } from './catalogues.js';
import { createMemoryStore, isInMemory } from './store/memory.js';
import { toOwnStore } from './store/own-store.js';
import { patientStore } from './store/patient.js';
import type { ResultStore } from './store/types.js';
import type { UploadOptions } from './uploads/options.js';
import type { UploadStore } from './uploads/upload-store.js';

/** What the integration hands to the server at start, after its own validation. */
export interface RuntimeOptions extends LanguageOptions {
  readonly dev: boolean;
  readonly csrf: 'fetch-metadata' | 'astro';
  /** Origins (`https://app.example`) that may post from elsewhere. */
  readonly trustedOrigins: readonly string[];
  /** Bytes of a body that an action reads at most. */
  readonly bodySizeLimit: number;
  readonly limits: Partial<Limits>;
  /** Whether forms are enhanced unless they say otherwise. */
  readonly enhance: boolean;
  readonly uploads: UploadOptions;
  /** Current secret first, then the previous ones. */
  readonly secrets: readonly string[];
}

/** The `server` export of the app's `src/actions`. */
export type ActionTree = Readonly<Record<string, unknown>>;

interface Runtime {
  readonly options: RuntimeOptions;
  /** The texts of a language, by its tag. */
  readonly catalogue: (locale: string) => Messages;
  /** What words Zod's issues in a language, where that is not left to Zod. */
  readonly errorMap: (locale: string) => ErrorMap | undefined;
  /** Carries results. `requireAtomicStore()` gives it to who has to claim. */
  readonly store: ResultStore;
  readonly load: () => Promise<ActionTree>;
  /** Where files are kept, where that is not the disk. */
  readonly uploadStore: UploadStore | undefined;
}

const outsideOptions: RuntimeOptions = {
  dev: false,
  csrf: 'fetch-metadata',
  trustedOrigins: [],
  bodySizeLimit: 1024 * 1024,
  limits: {},
  enhance: false,
  locale: 'en',
  messages: {},
  locales: {},
  uploads: {},
  secrets: [crypto.randomUUID()],
};

let current: Runtime = toRuntime(outsideOptions, async () => ({}));

/** What words Zod's issues, by BCP 47 tag. */
export type ErrorMaps = Readonly<Record<string, ErrorMap>>;

/** Called once, by the virtual module that the integration makes. */
export function configure(
  options: RuntimeOptions,
  load: () => Promise<ActionTree>,
  store?: ResultStore,
  errorMaps?: ErrorMaps,
  uploadStore?: UploadStore,
): void {
  current = { ...toRuntime(options, load, store, errorMaps), uploadStore };
}

/** The running configuration. Outside an Astro app (unit tests): defaults, and no actions. */
export function runtime(): Runtime {
  return current;
}

function toRuntime(
  options: RuntimeOptions,
  load: () => Promise<ActionTree>,
  store?: ResultStore,
  errorMaps: ErrorMaps = {},
): Runtime {
  const hasErrorMaps = Object.keys(errorMaps).length > 0;
  return {
    options,
    catalogue: createCatalogue(options),
    errorMap: (locale) => (hasErrorMaps ? (errorMaps[locale] ?? errorMaps[languageOf(locale)]) : undefined),
    store: toStore(store),
    load,
    uploadStore: undefined,
  };
}

function toStore(given: ResultStore | undefined): ResultStore {
  if (given === undefined) return createMemoryStore();
  return isInMemory(given) ? given : patientStore(toOwnStore(given));
}
