import {
  all,
  controls,
  groupSelector,
  isVisible,
  type Mistake,
  nameOf,
  textOf,
  visibleControls,
  where,
} from './dom.js';

/** A1: choices of one name are a group of their own, and every group has a name that an eye finds too. */
export function* group(): Iterable<Mistake> {
  for (const choice of visibleControls().filter(isOneOfMany)) {
    const around = choice.closest(groupSelector);
    if (!around) yield { what: `choice "${nameOf(choice)}" is in no group`, where: where(choice) };
    else if (all<HTMLInputElement>('input:not([type=hidden])', around).some(({ name }) => name !== choice.name)) {
      yield { what: `choice "${nameOf(choice)}" has no group of its own`, where: where(choice) };
    }
  }
  for (const element of all(groupSelector).filter(isVisible)) {
    if (nameOf(element) === '') yield { what: 'the group has no name', where: where(element) };
    else if (element.localName === 'fieldset' && !hasVisibleLegend(element)) {
      yield { what: 'no legend of it can be seen', where: where(element) };
    }
  }
}

function isOneOfMany({ type, name, form }: ReturnType<typeof controls>[number]): boolean {
  if (type === 'radio') return true;
  return type === 'checkbox' && controls().filter((other) => other.name === name && other.form === form).length > 1;
}

function hasVisibleLegend(fieldset: Element): boolean {
  const first = fieldset.firstElementChild;
  return first?.localName === 'legend' && isVisible(first) && textOf(first) !== '';
}
