/** What `tsc` needs to know of components; their props are checked where Astro's own checker reads them. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
