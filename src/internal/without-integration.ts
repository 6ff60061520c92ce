/**
 * What `astro-action-forms/server` and the modules of our components are until the integration puts the real ones in their
 * place: an error that names it. The names are there so that an import gets as far as that error.
 */
import { developerError } from '../server/developer-error.js';

const nothing = undefined;
export {
  nothing as ActionError,
  nothing as actions,
  nothing as currentField,
  nothing as currentForm,
  nothing as defineAction,
  nothing as fieldErrors,
  nothing as formAround,
  nothing as formOrAction,
  nothing as functionInForm,
  nothing as getForm,
  nothing as getMessage,
  nothing as groupWithoutField,
  nothing as hintWithoutText,
  nothing as inBox,
  nothing as inspectChildren,
  nothing as isActionError,
  nothing as isHidden,
  nothing as isInputError,
  nothing as islandParts,
  nothing as isLive,
  nothing as lostHint,
  nothing as markupBesideFunction,
  nothing as mergeAttributes,
  nothing as openForm,
  nothing as parseForm,
  nothing as printControl,
  nothing as printField,
  nothing as printText,
  nothing as redirectTo,
  nothing as runWithField,
  nothing as runWithForm,
  nothing as safePath,
  nothing as toButtonId,
  nothing as toControlElement,
  nothing as toDefaultButton,
  nothing as toFieldName,
  nothing as toIntentAttributes,
  nothing as toIslandAttributes,
  nothing as toPlainText,
  nothing as toRowButtons,
  nothing as toRowLimits,
  nothing as toToken,
  nothing as validateAttribute,
  nothing as viewOf,
  nothing as withEnhance,
  nothing as wordsOf,
};

throw developerError(
  'The integration is missing',
  'astro-action-forms is imported, and `integrations: [actionForms()]` is not in astro.config.',
  "Add it there, and `import actionForms from 'astro-action-forms'`.",
  "In tests with Vitest, make the configuration by `getViteConfig` of 'astro/config', which loads the integrations.",
);
