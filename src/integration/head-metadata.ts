/** How our components stay out of what Astro starts ahead of a page. What Astro does not document of it stands here. */
import { fileURLToPath } from 'node:url';
import type { VitePlugin } from './vite-plugin.js';

const componentsDir = fileURLToPath(new URL('../../components/', import.meta.url)).replaceAll('\\', '/');

/**
 * Astro's dev server notes of every component whether something below it writes into the page's head, and starts those ahead
 * of the page. Once a server island is known, that is said of whatever imports `astro:actions`; a field that is started
 * like that has no form around it. None of our components writes into the head, and their note says so for good.
 */
export function headPlugin(): VitePlugin {
  return {
    name: 'astro-action-forms:head',
    enforce: 'post',
    apply: 'serve',
    transform(_source: string, id: string) {
      const metadata: unknown = id.startsWith(componentsDir) ? this.getModuleInfo(id)?.meta['astro'] : undefined;
      if (typeof metadata === 'object' && metadata !== null)
        Object.defineProperty(metadata, 'propagation', { value: 'none', writable: false });
      return undefined;
    },
  };
}
