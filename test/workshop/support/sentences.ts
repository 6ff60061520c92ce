import ts from 'typescript';

/** Calls whose texts are for developers and programs: they throw, log, or speak in dev only. */
const forDevelopers =
  /^(developerError|programError|logWarning|logError|logStoreFailure|console\.\w+|withinTime|super|(?!ActionError$)\w*Error)$/;

/** What a developer is told after a text for people: all but the first argument. */
const afterText = 'withAdvice';

/** How an English text begins, alone or inside of an element: two words, the first one with a capital. */
const SENTENCE = /(?:^|>)\s*[A-Z][a-z’']* [\w"`(]/;

/** The English texts in a TypeScript source that a person might be shown. */
export function sentencesIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node) && SENTENCE.test(node.text) && !isForDevelopers(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

/** The texts in the markup of an Astro component: between tags, and in attributes that are read out. */
export function textsIn(component: string): string[] {
  const markup = component
    .replace(/^---$.*?^---$/ms, '')
    .replace(/<(style|script)\b.*?<\/\1>/gs, '')
    .replace(/\{?\/\*.*?\*\/\}?/gs, '');
  const between = [...markup.matchAll(/>\s*([A-Za-z][^<>{}]*?)\s*<\//g)];
  const attributes = [...markup.matchAll(/\b(?:aria-\w+|title|alt|placeholder|label|value)="([^"]*[A-Z][^"]*)"/g)];
  return [...between, ...attributes].map(([, text = '']) => text);
}

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

function isText(node: ts.Node): node is Text {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

function isForDevelopers(text: ts.Node): boolean {
  for (let node = text; node.parent !== undefined; node = node.parent) {
    const call = node.parent;
    if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) continue;
    const name = call.expression.getText();
    if (forDevelopers.test(name)) return true;
    if (name === afterText && call.arguments?.[0] !== node) return true;
  }
  return false;
}
