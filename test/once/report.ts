/** Prints what a test has counted. */
export function report(store: string, figures: Record<string, number>): void {
  const text = Object.entries(figures).map(([figure, value]) => `${figure}: ${value.toLocaleString('en')}`);
  console.log(`once, ${store}: ${text.join(', ')}`);
}
