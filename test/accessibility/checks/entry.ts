import { type FormControl, labelOf, type Mistake, visibleControls, where } from './dom.js';

/** What is known of a person, by label, name or type; and the tokens of `autocomplete` that tell a browser. */
const personal: readonly [what: RegExp, tokens: RegExp][] = [
  [/^type:email$|\be-?mail/i, /\b(?:email|username)$/],
  [/^type:tel$|\bphone\b|\btelefon/i, /\btel(?:-\w+)*$/],
  [/^type:password$/i, /\b(?:current|new)-password$/],
  [/^(?:your |full )?name$|name on the card/i, /\b(?:name|cc-name)$/],
  [/\bstreet\b|straße/i, /\b(?:street-address|address-line1)$/],
  [/\bzip\b|\bpostal|\bpostcode|postleitzahl/i, /\bpostal-code$/],
  [/\bcard number\b|kartennummer/i, /\bcc-number$/],
  [/\bone-time code\b|einmalcode/i, /\bone-time-code$/],
  [/\bbirthday\b|date of birth|geburtstag/i, /\bbday$/],
  [/^company$|organi[sz]ation/i, /\borganization$/],
];

/** Digits that name something, and are no amount: nobody counts them up or down. */
const codes = /\b(?:zip|postal|postcode|postleitzahl|card number|code|pin|vat|phone|telefon|iban|sku)\b|kartennummer/i;

/** A7: what a browser knows of a person, it can fill in. */
export function* autocomplete(): Iterable<Mistake> {
  for (const control of visibleControls()) {
    const words = [`type:${control.type}`, labelOf(control).replace(/\s*\(.*\)$/, '')];
    const found = personal.find(([what]) => words.some((word) => what.test(word)));
    if (!found || found[1].test(control.autocomplete)) continue;
    yield { what: `autocomplete="${control.autocomplete}" is not ${found[1].source}`, where: where(control) };
  }
}

/** A7: codes are text, and a keypad of digits is asked for where only digits fit. */
export function* inputType(): Iterable<Mistake> {
  for (const control of visibleControls()) {
    if (control.type === 'number' && codes.test(`${labelOf(control)} ${control.autocomplete}`)) {
      yield { what: 'it is a code, and type="number" would count it', where: where(control) };
    }
    const isDigits = /^\^?\\d(?:\{[\d,]+\}|\+|\*)?\$?$/.test(control.getAttribute('pattern') ?? '');
    const hasDigits = isDigits || /\b(?:cc-number|one-time-code)$/.test(control.autocomplete);
    if (hasDigits && control.inputMode !== 'numeric') {
      yield { what: 'only digits fit, and no keypad of digits is asked for', where: where(control) };
    }
  }
}

/** A1: that something has to be entered is said before one leaves it empty, and never where it has not. */
export function* required(): Iterable<Mistake> {
  for (const control of visibleControls()) {
    const isRequired = control.required || control.ariaRequired === 'true';
    const isOptional = /\((?:optional|freiwillig)\)/i.test(labelOf(control));
    if (isRequired && isOptional) yield { what: 'it is called optional, and required', where: where(control) };
    if (isMissed(control) && !isRequired && !isOptional) {
      yield { what: 'it is refused when empty, and nothing says that it is required', where: where(control) };
    }
  }
}

function isMissed(control: FormControl): boolean {
  return control.getAttribute('aria-invalid') === 'true' && !isTick(control) && control.value === '';
}

function isTick({ type }: FormControl): boolean {
  return type === 'checkbox' || type === 'radio';
}
