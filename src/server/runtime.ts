import { defaultMessages, type Messages } from '../shared/messages.js';
import type { Limits } from '../submission/limits.js';
import { createMemoryStore } from './store/memory.js';
import { toOwnStore } from './store/own-store.js';
import { patientStore } from './store/patient.js';
import type { ResultStore } from './store/types.js';

/** What the integration hands to the server at start, after its own validation. */
export interface RuntimeOptions {
  readonly dev: boolean;
  readonly csrf: 'fetch-metadata' | 'astro';
  /** Origins (`https://app.example`) that may post from elsewhere. */
  readonly trustedOrigins: readonly string[];
  /** Bytes of a body that an action reads at most. */
  readonly bodySizeLimit: number;
  readonly limits: Partial<Limits>;
  /** Whether forms are enhanced unless they say otherwise. */
  readonly enhance: boolean;
  readonly messages: Partial<Messages>;
  /** Current secret first, then the previous ones. */
  readonly secrets: readonly string[];
}

/** The `server` export of the app's `src/actions`. */
export type ActionTree = Readonly<Record<string, unknown>>;

interface Runtime {
  readonly options: RuntimeOptions;
  readonly messages: Messages;
  /** Carries results. `requireAtomicStore()` gives it to who has to claim. */
  readonly store: ResultStore;
  readonly load: () => Promise<ActionTree>;
}

const outsideOptions: RuntimeOptions = {
  dev: false,
  csrf: 'fetch-metadata',
  trustedOrigins: [],
  bodySizeLimit: 1024 * 1024,
  limits: {},
  enhance: false,
  messages: {},
  secrets: [crypto.randomUUID()],
};

let current: Runtime = toRuntime(outsideOptions, async () => ({}));

/** Called once, by the virtual module that the integration makes. */
export function configure(options: RuntimeOptions, load: () => Promise<ActionTree>, store?: ResultStore): void {
  current = toRuntime(options, load, store);
}

/** The running configuration. Outside an Astro app (unit tests): defaults, and no actions. */
export function runtime(): Runtime {
  return current;
}

function toRuntime(options: RuntimeOptions, load: () => Promise<ActionTree>, store?: ResultStore): Runtime {
  return {
    options,
    messages: { ...defaultMessages, ...options.messages },
    store: store === undefined ? createMemoryStore() : patientStore(toOwnStore(store)),
    load,
  };
}
