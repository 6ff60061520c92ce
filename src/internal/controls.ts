export { after } from '../server/after.js';
export { toButtonId } from '../server/controls/button-id.js';
export { toControlElement } from '../server/controls/control-element.js';
export type {
  ControlElement,
  ControlField,
  ControlRequest,
  ControlShape,
  HiddenInput,
} from '../server/controls/control-types.js';
export { toDefaultButton } from '../server/controls/default-button.js';
export { currentField, runWithField } from '../server/controls/field-context.js';
export type { FieldContext } from '../server/controls/field-context.js';
export { islandParts } from '../server/controls/island-parts.js';
export * from '../server/controls/mistakes.js';
export { printGroup } from '../server/controls/print-group.js';
export { assertUpdates, updateButton } from '../server/controls/update-button.js';
export { requiredAttributes } from '../server/controls/required-when.js';
export { assertSlots } from '../server/controls/variant-slots.js';
export type { ControlOption, OptionSource } from '../server/controls/options.js';
export { mergeAttributes, type Attributes } from '../server/controls/merge-attributes.js';
export { printControl } from '../server/controls/print-control.js';
export { isPlainField } from '../server/controls/plain-field.js';
export { printText, toHtml } from '../server/controls/print-element.js';
export { inBox, isHidden, printField } from '../server/controls/print-field.js';
export { toRowButtons, wordsOf, type RowButton } from '../server/controls/row-buttons.js';
export { rowMark } from '../server/controls/row-mark.js';
export { toRowLimits } from '../server/controls/row-limits.js';
export { printRecord } from '../server/controls/print-record.js';
export { printStatus } from '../server/controls/print-status.js';
export { printSummary } from '../server/controls/print-summary.js';
export { tellUnheard } from '../server/controls/tell-unheard.js';
export { toPlainText } from '../server/controls/plain-text.js';
export type { AnyForm, ControlProps, FieldProps } from '../server/controls/props.js';
export { withEnhance } from '../server/controls/with-enhance.js';
export type { Depends } from '../server/form/condition-types.js';
export { toCondition } from '../server/form/conditions.js';
export { toIslandAttributes } from '../server/form/island-attributes.js';
export { toIntentAttributes } from '../server/form/intent-attributes.js';
export { toToken } from '../server/form/tokens.js';
export { inspectChildren, renderChildren } from '../server/slots.js';
