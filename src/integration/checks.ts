import type { AstroConfig, IntegrationResolvedRoute } from 'astro';
import { developerError } from '../server/developer-error.js';

/** Without an adapter, or any page that renders on demand, actions have nowhere to run. */
export function assertServer(
  { adapter }: Pick<AstroConfig, 'adapter'>,
  routes: readonly IntegrationResolvedRoute[],
  command: string,
): void {
  const pages = routes.filter(({ origin }) => origin === 'project');
  const hasOnDemand = pages.some(({ isPrerendered }) => !isPrerendered);
  if (adapter !== undefined || pages.length === 0 || (hasOnDemand && command !== 'build')) return;
  throw developerError(
    'Actions have nowhere to run',
    adapter === undefined && hasOnDemand
      ? 'the site has pages that render on demand, and no SSR adapter to render them in production.'
      : 'the site has no SSR adapter, and no page that renders on demand.',
    'Add an adapter: `npx astro add node` (or another one).',
    "Render the pages with forms on demand: `export const prerender = false` in the page, or `output: 'server'` in astro.config.",
  );
}

/** Middleware on an edge runs in another place than the pages, and could not hand anything to them. */
export function assertMiddlewareMode(mode: string | undefined): void {
  if (mode !== 'edge') return;
  throw developerError(
    'Edge middleware is not supported',
    'with `middlewareMode: "edge"` middleware and pages run in different places, and a form could not find its result.',
    'Take `middlewareMode: "edge"` (or `edgeMiddleware: true`) out of the options of your adapter.',
  );
}
