import { markDocument, watchPosts } from './pages.js';
import { expect, test } from './support.js';

test('E26: a form in a shadow root, an element that is a control, disabled fields and directions are as HTML says', async ({
  page,
  urlOf,
}) => {
  await page.goto(`${urlOf('site')}/platform`);
  const isSame = await markDocument(page);
  const posts = watchPosts(page);
  const stars = page.getByRole('group', { name: 'Stars' });
  // Its events end at the shadow root, as `submit` does.
  await page.locator('form').evaluate((form: HTMLFormElement) => {
    form.addEventListener('actionform:submit', ({ detail }) => {
      const entries = [...detail.formData].filter(([name]) => !name.startsWith('_action'));
      Reflect.set(window, 'entries', entries);
    });
  });
  // By the keyboard: where WebKit is driven, trying out a click in a shadow root is one.
  const send = () =>
    Promise.all([page.waitForResponse('**/_actions/**'), page.getByRole('button', { name: 'Send' }).press('Enter')]);
  const entries = () => page.evaluate(() => Reflect.get(window, 'entries'));
  await send();
  expect(await entries(), 'without a value such an element sends nothing').toEqual([
    ['text', ''],
    ['text.dir', 'ltr'],
  ]);
  await expect(page.getByLabel('Text')).toHaveAccessibleDescription('Write something');
  await expect(stars).toHaveAttribute('aria-invalid', 'true');
  await expect(stars).toHaveAccessibleDescription('Choose stars');
  await expect(page.locator('[data-action-summary]')).toBeFocused();

  await stars.evaluate((element) => Object.assign(element, { value: '4' }));
  await page.getByLabel('Text').fill('مرحبا');
  await page.getByLabel('Text').evaluate((input) => input.setAttribute('dir', 'rtl'));
  await send();
  expect(await entries()).toEqual([
    ['text', 'مرحبا'],
    ['text.dir', 'rtl'],
    ['stars', '4'],
  ]);
  await expect(stars).toHaveAccessibleDescription('Five!');

  await stars.evaluate((element) => Object.assign(element, { value: '5' }));
  await send();
  await expect(page.getByRole('status').filter({ hasText: 'Sent.' })).toBeVisible();
  await expect(page.getByLabel('Text')).toHaveValue('');
  await expect(page.locator('[aria-invalid]')).toHaveCount(0);
  expect(await isSame()).toBe(true);
  expect(posts).toHaveLength(3);
});
