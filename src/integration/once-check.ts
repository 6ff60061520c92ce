import { onceNeedsClaims } from '../server/store/claims.js';
import type { VitePlugin } from './vite-plugin.js';

/**
 * For sites whose store cannot claim: fails the build where the source says `defineAction({ once: … })`. What is not written
 * out so is refused when the action is defined.
 */
export function onceCheck(): VitePlugin {
  return {
    name: 'astro-action-forms:once',
    apply: 'build',
    enforce: 'post',
    transform(code: string) {
      if (this.environment.name === 'client' || !/\bonce\b/.test(code) || !definesOnce(this.parse(code))) return;
      const { message, hint } = onceNeedsClaims();
      this.error(`${message}\n${hint}`);
    },
  };
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Whether a syntax tree (ESTree) calls `defineAction` with an object that has `once`, other than `once: false`. */
function definesOnce(tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.some(definesOnce);
  if (!isNode(tree)) return false;
  const { type, callee, arguments: given } = tree;
  if (type === 'CallExpression' && nameOf(callee) === 'defineAction' && hasOnce(given)) return true;
  return Object.values(tree).some(definesOnce);
}

function hasOnce(given: unknown): boolean {
  const [definition]: unknown[] = Array.isArray(given) ? given : [];
  if (!isNode(definition) || !Array.isArray(definition['properties'])) return false;
  return definition['properties'].some(({ key, value }) => nameOf(key) === 'once' && value?.value !== false);
}

/** The name of an identifier, the text of a literal, the last name of `a.b`. */
function nameOf(node: unknown): unknown {
  if (!isNode(node)) return undefined;
  return node['name'] ?? node['value'] ?? nameOf(node['property']);
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && typeof Reflect.get(value, 'type') === 'string';
}
