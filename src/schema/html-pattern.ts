/**
 * A regular expression as HTML's `pattern`, which has to match the whole value and is compiled with the `v` flag:
 * https://html.spec.whatwg.org/multipage/input.html#the-pattern-attribute
 * `undefined` where that would mean something else: with flags other than `u` and `v`, with syntax that `v` lacks or reads
 * otherwise, or where it counts an astral character as one that the expression counts as two.
 */
export function toHtmlPattern(expression: RegExp): string | undefined {
  const { source } = expression;
  if (!compilesWithV(source) || hasDisputedSyntax(source) || !meansTheSame(expression)) return undefined;
  const whole = withoutAnchors(source);
  return whole ?? `[\\s\\S]*?(?:${source})[\\s\\S]*`;
}

function meansTheSame({ source, flags }: RegExp): boolean {
  switch (flags) {
    case 'v':
      return true;
    case 'u':
      return !hasSetSyntax(source);
    case '':
      return !hasSetSyntax(source) && !hasUnicodeSyntax(source) && countsAlike(source);
    default:
      return false;
  }
}

/** Whether a class holds what `v` takes for a class inside it, or for an operation on two: `[[a]]`, `[a&&b]`, `[a--b]`. */
function hasSetSyntax(source: string): boolean {
  const classes = tokenize(source).filter((atom) => atom.startsWith('['));
  return classes.some((atom) => /\[|&&|--|\\q/.test(atom.slice(1).replace(/\\[^q]/g, '')));
}

/** What is a letter and a count without the flag `u`: `\p{L}`, `\u{61}`. */
function hasUnicodeSyntax(source: string): boolean {
  return tokenize(source).some((atom, index, atoms) => /^\\[pPu]$/.test(atom) && atoms[index + 1]?.startsWith('{'));
}

function compilesWithV(source: string): boolean {
  try {
    return new RegExp(source, 'v').source !== '';
  } catch {
    return false;
  }
}

/** Flags of a part, `(?i:a)`, and `\B` beside an astral character, of which engines make different things. */
function hasDisputedSyntax(source: string): boolean {
  return /\(\?[ims-]/.test(source) || tokenize(source).includes('\\B');
}

/** What is between `^` and `$`, when these two embrace everything else. */
function withoutAnchors(source: string): string | undefined {
  if (!source.startsWith('^') || !source.endsWith('$')) return undefined;
  const inner = source.slice(1, -1);
  const atoms = tokenize(inner);
  let depth = 0;
  for (const atom of atoms) {
    if (atom.startsWith('(')) depth += 1;
    else if (atom === ')') depth -= 1;
    else if (atom === '|' && depth === 0) return undefined;
  }
  const last = atoms.at(-1);
  return last === '\\' ? undefined : inner;
}

/**
 * Whether what matches any character is only used where it does not matter whether an astral one is one or two: under
 * `*`, or under `+` with something definite before the next such.
 */
function countsAlike(source: string): boolean {
  const atoms = tokenize(source);
  let afterWide = false;
  let hasWidePlus = false;
  const looks = atoms.some((atom) => /^\(\?<?[=!]/.test(atom));
  for (const [index, atom] of atoms.entries()) {
    const next = atoms[index + 1] ?? '';
    if (isWide(atom)) {
      if (next.startsWith('*')) continue;
      if (!next.startsWith('+') || afterWide) return false;
      afterWide = true;
      hasWidePlus = true;
    } else if (atom === ')') {
      if (hasWidePlus && /^[*+{]/.test(next)) return false;
    } else if (isDefinite(atom)) {
      // an atom that may be left out parts nothing, nor does one that is only looked at
      if (!looks && !/^[*?{]/.test(next)) afterWide = false;
    }
  }
  return !/[\ud800-\udfff]|\\u[dD][89a-fA-F]/.test(source);
}

/** `.`, a negated class, or a class that has one inside. */
function isWide(atom: string): boolean {
  return (
    atom === '.' || /^\\[DWSP]$/.test(atom) || atom.startsWith('[^') || (atom.startsWith('[') && /\\[DWS]/.test(atom))
  );
}

function isDefinite(atom: string): boolean {
  return !/^[()|^$*+?{]/.test(atom) && !/^\\[bB]$/.test(atom);
}

/** Splits an expression into escapes, classes, group openings, quantifiers and single characters. */
function tokenize(source: string): string[] {
  return (
    source.match(
      /\\[\s\S]?|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<\w+>))?|[*+?]\??|\{\d*(?:,\d*)?\}\??|[\s\S]/g,
    ) ?? []
  );
}
