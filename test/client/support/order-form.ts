/** How the order form of the tests differs from the plain one. */
export interface OrderFormOptions {
  id?: string;
  /** More attributes of `<form>`. */
  attributes?: string;
  /** Markup before the button. */
  fields?: string;
  button?: string;
  summary?: boolean;
  status?: boolean;
  /** `false` leaves `<action-form>` away. */
  island?: boolean;
  /** As the server renders it after a failed native post. */
  emailError?: string;
  email?: string;
  reset?: 'clear' | 'keep';
}

/** A form as the components print it. */
export function orderForm(options: OrderFormOptions = {}): string {
  const { id = 'order', attributes = '', fields = '', summary = true, status = true, island = true } = options;
  const { emailError, email = '', reset = 'clear', button = defaultButton } = options;
  const form = `<form id="${id}" method="post" action="?page=2&amp;_action=order" data-action-form="order"
  data-action-url="/_actions/order" data-action-title-prefix="Error: " data-action-reset="${reset}" novalidate ${attributes}>
  <input type="hidden" name="_action_form" value="sealed">
  ${summary ? orderSummary(id, emailError) : ''}
  <div data-action-field="email">
    <label for="${id}-email">Email</label>
    <input id="${id}-email" name="email" type="email" value="${email}" data-action-control="email"
      aria-describedby="${id}-email-error" ${emailError ? 'aria-invalid="true"' : ''}>
    <p id="${id}-email-error" data-action-errors="email" ${emailError ? '' : 'hidden'}>${emailError ?? ''}</p>
  </div>
  <div data-action-field="note">
    <label for="${id}-note">Note</label>
    <textarea id="${id}-note" name="note" data-action-control="note" aria-describedby="${id}-note-error"></textarea>
    <p id="${id}-note-error" data-action-errors="note" hidden></p>
  </div>
  ${fields}
  ${button}
  ${status ? '<p role="status" data-action-status=""></p>' : ''}
</form>`;
  return island ? `<action-form>${form}</action-form>` : form;
}

const defaultButton = '<button type="submit" data-action-pending="Placing…">Place <b>order</b></button>';

function orderSummary(id: string, error: string | undefined): string {
  return `<div data-action-summary tabindex="-1" role="group" aria-labelledby="${id}-summary-title" ${error ? 'autofocus' : 'hidden'}>
  <h2 id="${id}-summary-title">There is a problem</h2><ul>${error ? `<li><a href="#${id}-email">${error}</a></li>` : ''}</ul></div>`;
}
