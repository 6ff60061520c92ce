/** Attributes to spread on an element. */
export type Attributes = Record<string, unknown>;

/**
 * Our attributes and those that a page gives, without any attribute twice. What is given wins; `undefined` is "not
 * given", and `false` or `null` takes one of ours away. Descriptions add up, and so do `class` and `class:list`. What speaks
 * to Astro alone, such as `slot`, is no attribute; of `own` it is one.
 * What comes back may be `own` itself, and is not to be changed.
 */
export function mergeAttributes(own: Attributes, given: Attributes): Attributes {
  const names = Object.keys(given);
  const merged = names.length === 0 ? own : withGiven(own, given, names);
  // Astro does not know this one as boolean, and would print multiple="true".
  return merged['multiple'] === true ? { ...merged, multiple: '' } : merged;
}

function withGiven(own: Attributes, given: Attributes, names: readonly string[]): Attributes {
  const merged = { ...own };
  for (const name of names) {
    const value = given[name];
    if (value === undefined || isForAstro(name)) continue;
    if (name === 'aria-describedby') merged[name] = [own[name], value].filter(Boolean).join(' ');
    else if ((value === false || value === null) && name in own) delete merged[name];
    else merged[name] = value;
  }
  const { class: className, 'class:list': classList } = merged;
  if (className !== undefined && classList !== undefined) {
    delete merged['class'];
    merged['class:list'] = [className, classList];
  }
  return merged;
}

/** A component gets these as props, though they say how or where it is rendered. Of `transition:*` it gets attributes. */
function isForAstro(name: string): boolean {
  return name === 'slot' || forAstro.test(name);
}

const forAstro = /^(?:client|server|is|define):/;
