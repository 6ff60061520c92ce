import type { Page } from '@playwright/test';
import { onBothKinds, send } from './pages.js';
import { expect, test } from './support.js';

/** What assistive technology is given of lists, groups and files, and what the keyboard alone does with them. */
test.skip(({ mode }) => mode === 'blocked', 'The HTML is that of the mode without JavaScript');

onBothKinds(({ at, hasIsland }) => {
  test('a list in the accessibility tree: rows by name, errors in them, buttons that say which row they mean', async ({
    page,
  }) => {
    await page.goto(at('/order?item=NB-A5&item=CAL-27'));
    await page.getByLabel('Quantity').first().fill('0');
    expect((await send(page, 'Place order')).status()).toBe(400);
    await expect(page.locator('[data-action-summary]')).toMatchAriaSnapshot(`
      - group "There is a problem":
        - heading "There is a problem" [level=2]
        - list:
          - listitem:
            - link "Enter an email address, like name@example.com":
              - /url: "#order-email"
          - listitem:
            - link "Enter a street and number":
              - /url: "#order-address-street"
          - listitem:
            - link "Enter a ZIP code of five digits":
              - /url: "#order-address-zip"
          - listitem:
            - link "Order at least one":
              - /url: "#order-items-0-qty"
    `);
    await expect(page.locator('[data-action-list]')).toMatchAriaSnapshot(`
      - group "Items":
        - text: Items
        - group "Item 1":
          - text: Code
          - combobox "Code": NB-A5
          - text: Quantity
          - spinbutton "Quantity" [invalid]: "0"
          - paragraph: Order at least one
          - 'button "Move down: Item 1"': Move down
          - 'button "Remove: Item 1"': Remove
        - group "Item 2":
          - text: Code
          - combobox "Code": CAL-27
          - text: Quantity
          - spinbutton "Quantity": "1"
          - 'button "Move up: Item 2"': Move up
          - 'button "Remove: Item 2"': Remove
        - button "Add an item"
    `);
  });

  test('groups in the accessibility tree: a name, a hint and an error each, and what fails is marked', async ({
    page,
  }) => {
    await page.goto(at('/workshop'));
    expect((await send(page, 'Book')).status()).toBe(400);
    await expect(page.locator('[data-action-field=slot]')).toMatchAriaSnapshot(`
      - radiogroup "When you come" [invalid]:
        - text: When you come
        - radio "Saturday, 10:00"
        - text: Saturday, 10:00
        - radio "Saturday, 14:00"
        - text: Saturday, 14:00
        - radio "Sunday, 10:00"
        - text: Sunday, 10:00
        - paragraph: Choose a time
    `);
    await expect(page.locator('[data-action-field=drums]')).toMatchAriaSnapshot(`
      - group "Inks":
        - text: Inks
        - paragraph: There are two drums.
        - checkbox "Medium blue"
        - text: Medium blue
        - checkbox "Fluorescent pink"
        - text: Fluorescent pink
        - checkbox "Yellow"
        - text: Yellow
        - paragraph: Choose an ink
    `);
    await expect(page.getByRole('group', { name: 'Inks' })).toHaveAccessibleDescription(
      'There are two drums. Choose an ink',
    );
    await expect(page.locator('[data-action-field=clothes]')).toMatchAriaSnapshot(`
      - checkbox "I come in clothes that may get ink on them" [invalid]
      - text: I come in clothes that may get ink on them
      - paragraph: Promise to come in old clothes
    `);
  });

  test('files in the accessibility tree: a control by name, and what is kept with a button that names it', async ({
    page,
    mode,
  }) => {
    await page.goto(at('/apprentice'));
    await page.getByRole('button', { name: 'Add a reference' }).click();
    await expect(page.getByRole('group', { name: 'Reference 1' })).toBeVisible();
    await page.getByLabel('CV', { exact: true }).setInputFiles(cv);
    expect((await send(page, 'Apply')).status()).toBe(400);
    const kept = `
      - list:
        - listitem:
          - text: "Kept: cv.pdf (4 bytes)"
          - 'button "Remove: cv.pdf"': Remove`;
    await expect(page.locator('[data-action-field=cv]')).toMatchAriaSnapshot(`
      - text: CV
      - paragraph: A PDF or a text, below 2 MB.${hasIsland(mode) ? '' : kept}
      - button "CV"
    `);
    await expect(page.locator('[data-action-list]')).toMatchAriaSnapshot(`
      - group "References":
        - text: References
        - group "Reference 1":
          - text: From
          - textbox "From" [invalid]
          - paragraph: Enter who wrote it
          - text: Letter
          - paragraph: A PDF or a text, below 1 MB.
          - button "Letter"
          - paragraph: Choose the letter
          - 'button "Remove: Reference 1"': Remove
        - button "Add a reference"
    `);
  });

  test('a list is edited with the keyboard alone: added to, moved, removed from', async ({ page }) => {
    await page.goto(at('/order?item=NB-A5'));
    const codes = page.getByLabel('Code', { exact: true });
    await page.getByLabel('Quantity').focus();
    await pressAt(page, 'Add an item');
    await expect(codes.nth(1)).toBeFocused();
    await page.keyboard.type('CAL-27');
    await pressAt(page, 'Move up: Item 2');
    await expect(codes.first()).toHaveValue('CAL-27');
    await expect(page.getByRole('group', { name: 'Item 1' })).toBeFocused();
    await pressAt(page, 'Remove: Item 1');
    await expect(codes).toHaveCount(1);
    await expect(codes).toHaveValue('NB-A5');
    await expect(page.getByRole('group', { name: 'Item 1' })).toBeFocused();
  });

  test('choices are made with the keyboard alone: arrows in a radio group, Space on a tick box', async ({ page }) => {
    await page.goto(at('/profile'));
    const { keyboard } = page;
    await page.getByLabel('Favourite ink').focus();
    await keyboard.press('Tab');
    const radios = page.getByRole('group').or(page.getByRole('radiogroup')).getByRole('radio');
    const before = await radios.evaluateAll((all) => all.findIndex((radio) => radio.matches(':checked')));
    await expect(radios.nth(before)).toBeFocused();
    await keyboard.press('ArrowDown');
    const next = radios.nth((before + 1) % (await radios.count()));
    await expect(next).toBeChecked();
    await expect(next).toBeFocused();
    await keyboard.press('Tab');
    const topic = page.locator('[name=topics]:not([type=hidden])').first();
    await expect(topic).toBeFocused();
    const wasChecked = await topic.isChecked();
    await keyboard.press('Space');
    await expect(topic).toBeChecked({ checked: !wasChecked });
    await keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText('Saved.');
    await expect(page.getByText(wasChecked ? '[]' : /^\["/)).toBeVisible();
  });

  test('a file is chosen with the keyboard alone, and with its row', async ({ page }) => {
    // what a person does in the system's window
    page.on('filechooser', (chooser) => chooser.setFiles(cv));
    await page.goto(at('/apprentice'));
    const { keyboard } = page;
    await page.getByLabel('Name', { exact: true }).focus();
    await keyboard.type('Ada');
    await keyboard.press('Tab');
    await keyboard.type('ada@example.org');
    await keyboard.press('Tab');
    await chooseByKey(page, 'CV');
    await pressAt(page, 'Add a reference');
    await expect(page.getByLabel('From')).toBeFocused();
    await keyboard.type('Grace');
    await keyboard.press('Tab');
    await chooseByKey(page, 'Letter');
    await pressAt(page, 'Apply');
    await expect(page.getByRole('status')).toHaveText('Your application is here. We write back within a week.');
  });
});

const cv = { name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') };

/** Goes to a button with the Tab key, from where the focus is, and presses it. */
async function pressAt(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  for (let stops = 0; stops < 30; stops += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not come to "${name}"`);
}

async function chooseByKey(page: Page, label: string): Promise<void> {
  const control = page.getByLabel(label, { exact: true });
  await expect(control).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(control).toHaveValue(/cv\.pdf$/);
}
