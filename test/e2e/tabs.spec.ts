import { onBothKinds, send } from './pages.js';
import { expect, test } from './support.js';

/** Two tabs of one person, who has one set of cookies. */
onBothKinds(({ at, hasIsland }) => {
  test('N14: two tabs post at once, between other visits and prefetches, and each shows its own result', async ({
    page,
    context,
    mode,
  }, { project, testId }) => {
    const tabs = [page, await context.newPage()];
    const addresses = tabs.map((_, index) => `${project.name}-${testId}-${index}@example.org`);
    await Promise.all(tabs.map((tab) => tab.goto(at('/newsletter'))));
    await Promise.all(tabs.map((tab, index) => tab.getByLabel('Email').fill(addresses[index] ?? '')));
    const prefetched = { headers: { 'sec-purpose': 'prefetch' } };
    const visits = () =>
      tabs.flatMap((tab) => [page.request.get(at('/newsletter')), page.request.get(tab.url(), prefetched)]);
    await Promise.all([...tabs.map((tab) => send(tab, 'Join')), ...visits()]);
    const showOwn = async () => {
      for (const [index, tab] of tabs.entries())
        await expect(tab.locator('.lead')).toContainText(addresses[index] ?? '');
    };
    await showOwn();
    await Promise.all(visits());
    // With the island a result is shown once: it is not in the address any more.
    if (!hasIsland(mode)) await Promise.all(tabs.map((tab) => tab.reload()));
    await showOwn();
  });
});
