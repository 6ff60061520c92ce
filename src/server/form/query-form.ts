import { readSchema } from '../../schema/node.js';
import { toHtmlId } from '../../shared/ids.js';
import { SubmissionLimitError } from '../../submission/limits.js';
import { parseSubmission, type Submission } from '../../submission/parse.js';
import type { Schema } from '../action-definition.js';
import { inputError } from '../action-error.js';
import { pageQuery } from '../page-url.js';
import { limitText } from '../limit-text.js';
import { limitsOf } from '../limits-of.js';
import { localeOf } from '../locale.js';
import { runtime } from '../runtime.js';
import { createView } from './create-view.js';
import { shownIssues } from './form-source.js';
import type { Form, FormOptions, PageContext } from './form-types.js';
import { initialValues } from './initial-values.js';
import { shownUrl } from './shown-url.js';
import { toForm } from './to-form.js';
import { withoutFiles } from './without-files.js';

/**
 * A GET form: shows what the page's query says, and its errors when it says something. No record, no key, no island.
 * A schema that needs async validation shows its values only; check it with `parseForm`.
 */
export function getQueryForm(
  page: PageContext,
  schema: Schema,
  { id: key = 'search', values }: Pick<FormOptions<unknown>, 'id' | 'values'>,
): Form<unknown, unknown> {
  const root = readSchema(schema);
  const locale = localeOf(page);
  const id = toHtmlId(key);
  const url = shownUrl(page);
  const query = page.isPrerendered ? '' : pageQuery(url);
  const submission = query === '' ? undefined : readQuery(schema, query, locale);
  const issues = submission?.valid === false ? submission.issues : [];
  const shown = submission === undefined ? initialValues(root, values) : withoutFiles(root, submission.values);
  const view = createView({
    id,
    url,
    state: issues.length > 0 ? 'failed' : 'idle',
    root,
    values: shown,
    issues: issues.length > 0 ? shownIssues(inputError(issues), root) : [],
    message: undefined,
    locale,
    messages: runtime().catalogue(locale),
    enhance: false,
    depth: limitsOf(undefined).depth,
    attributes: { id, method: 'get' },
    record: () => undefined,
    key: () => undefined,
  });
  const result = submission?.valid === true ? { data: submission.data, error: undefined } : undefined;
  return toForm(view, result, () => shown);
}

/** A query past a limit is an error of the form as a whole, like any other that a person can be told. */
function readQuery(schema: Schema, query: string, locale: string): Submission | undefined {
  try {
    return settled(
      parseSubmission(schema, new URLSearchParams(query), {
        limits: limitsOf(undefined),
        errorMap: runtime().errorMap(locale),
      }),
    );
  } catch (error) {
    if (!(error instanceof SubmissionLimitError)) throw error;
    return { valid: false, issues: [{ path: [], code: 'too_big', message: limitText(error, locale) }], values: {} };
  }
}

function settled(submission: Submission | Promise<Submission>): Submission | undefined {
  return submission instanceof Promise ? undefined : submission;
}
