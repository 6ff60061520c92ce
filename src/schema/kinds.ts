/**
 * What a schema says about a form, read once. Nothing above this floor looks inside Zod; it looks at these nodes.
 * One node stands for one schema under one key; children are read when first asked for, so recursion closes into a graph.
 */

/** Something that may depend on the language of the page: a function gets its BCP 47 tag, such as `de` or `pt-BR`. */
export type Localized<T> = T | ((locale: string) => T);
export type LocalText = Localized<string>;

/** What `.meta()` and `.describe()` say about a field. */
export interface FieldMeta {
  /** Text of the label, or what gives it for a language. Falls back to `title`. */
  label?: LocalText;
  /** Text of the hint, or what gives it for a language. Falls back to `description`. */
  hint?: LocalText;
  /** What `.describe()` says. */
  description?: string;
  /** Words for the members of an enum, by what the form sends for them. */
  labels?: Localized<Readonly<Record<string, string>>>;
  /** HTML `autocomplete` tokens. */
  autocomplete?: string | false;
  /** HTML `inputmode`. */
  inputmode?: string | false;
  /** HTML `enterkeyhint`: what the Enter key of an on-screen keyboard is called, such as `search` or `next`. */
  enterkeyhint?: string | false;
  /** The other constraints, over what the schema says: `false` takes one away. */
  required?: boolean;
  minlength?: number | false;
  maxlength?: number | false;
  min?: string | number | false;
  max?: string | number | false;
  step?: number | 'any' | false;
  pattern?: string | false;
  accept?: string | false;
  multiple?: boolean;
  /** Control to show: an `<input type>`, `textarea` or `select`. */
  type?: string;
  /** `true`: never echoed back, with everything below it. `false`: not a secret, whatever its name. */
  secret?: boolean;
  [key: string]: unknown;
}

interface NodeBase {
  /** The Zod schema, wrappers included. `undefined` for a view that stands for several options of a union. */
  readonly schema: unknown;
  /** The last object key on the way here; elements of a list have the list's. */
  readonly key: string;
  readonly meta: FieldMeta;
  /** May be left out: optional, or has a default. */
  readonly optional: boolean;
  /** Takes `null`. */
  readonly nullable: boolean;
  /** Has a default or a prefault. */
  readonly hasDefault: boolean;
  /** Never fails: `.catch()`. */
  readonly catches: boolean;
  /** Evaluates the default. Present where `hasDefault` is true. */
  readonly defaultValue?: () => unknown;
  /** Never echoed back: by its meta, its name, or because it lies below such a node. */
  readonly secret: boolean;
  /** The function that runs before this schema reads its input: `z.preprocess`, `zfd.text` and its kin. */
  readonly preprocess?: Preprocess;
}

/** A function that an author put before a schema. */
export interface Preprocess {
  /** The schema from the preprocess on inwards. */
  readonly schema: unknown;
  /** Turns `''` into `undefined`, as `zfd.text` and `zfd.numeric` do. */
  readonly stripsEmpty: boolean;
  /** Parses JSON text, as `zfd.json` does. */
  readonly readsJson: boolean;
  /** What it is known to take: one value as it is sent, a list, whatever the schema takes, or anybody's guess. */
  readonly takes: 'raw' | 'list' | 'same' | 'unknown';
  /** Wrappers outside of the preprocess. */
  readonly optional: boolean;
  readonly nullable: boolean;
}

/** A bound of a number, a bigint or a date. */
export interface Bound<T> {
  readonly value: T;
  readonly exclusive: boolean;
}

/** Bounds of something that has an order. */
export interface Range<T> {
  readonly min?: Bound<T>;
  readonly max?: Bound<T>;
}

/** Bounds of something that has a length or a size. */
export interface Size {
  readonly min?: number;
  readonly max?: number;
}

export interface StringNode extends NodeBase {
  readonly kind: 'string';
  readonly format?: StringFormat;
  readonly coerce: boolean;
  /** `''` cannot be valid. */
  readonly rejectsEmpty: boolean;
  /** Lengths that hold for the text as it is typed. */
  readonly size: Size;
  /** Expressions that hold for the text as it is typed. */
  readonly patterns: readonly RegExp[];
  /** Words of `z.stringbool()`. */
  readonly words?: { readonly truthy: readonly string[]; readonly falsy: readonly string[] };
}

/** A format of a string: `z.email()`, `z.iso.time()`. */
export interface StringFormat {
  /** Zod's name of it: `email`, `url`, `date`, `datetime`… */
  readonly name: string;
  /** What is looked for in the text, where that is an expression. */
  readonly pattern?: RegExp;
  /** Of a date with a time: none but local ones need no offset. */
  readonly local: boolean;
  /** Of a time: how many digits of a second there are, -1 is no second at all. `undefined`: any. */
  readonly precision?: number;
}

export interface NumberNode extends NodeBase {
  readonly kind: 'number';
  readonly coerce: boolean;
  readonly integer: boolean;
  readonly range: Range<number>;
  readonly multiples: readonly number[];
}

export interface BigIntNode extends NodeBase {
  readonly kind: 'bigint';
  readonly coerce: boolean;
  readonly range: Range<bigint>;
}

export interface BooleanNode extends NodeBase {
  readonly kind: 'boolean';
  readonly coerce: boolean;
  /** `zfd.checkbox({ trueValue })`. */
  readonly trueValue?: string;
}

export interface DateNode extends NodeBase {
  readonly kind: 'date';
  readonly coerce: boolean;
  readonly range: Range<Date>;
}

/** Literals and enums: one of a list of values. */
export interface ChoiceNode extends NodeBase {
  readonly kind: 'choice';
  /** The members by what a form sends for them. */
  readonly members: ReadonlyMap<string, Member>;
  /** Every member is a boolean: a box to tick. */
  readonly boolean: boolean;
}

/** A value that can be chosen. */
export interface Member {
  readonly value: unknown;
  readonly label: string;
}

export interface FileNode extends NodeBase {
  readonly kind: 'file';
  readonly size: Size;
  readonly mime: readonly string[];
}

export interface ArrayNode extends NodeBase {
  readonly kind: 'array';
  /** Reads into a `Set`. */
  readonly unique: boolean;
  readonly element: SchemaNode;
  readonly size: Size;
}

export interface TupleNode extends NodeBase {
  readonly kind: 'tuple';
  readonly items: readonly SchemaNode[];
  readonly rest?: SchemaNode;
}

export interface ObjectNode extends NodeBase {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, SchemaNode>;
  /** What becomes of names that `fields` lacks. */
  readonly others: 'strip' | 'keep' | SchemaNode;
}

export interface RecordNode extends NodeBase {
  readonly kind: 'record';
  /** Reads into a `Map`. */
  readonly map: boolean;
  readonly keys: SchemaNode;
  readonly value: SchemaNode;
  /** Keys that have to be there, of a record over an enum or literals. */
  readonly required: readonly string[];
}

export interface UnionNode extends NodeBase {
  readonly kind: 'union';
  readonly options: readonly SchemaNode[];
  /** The key whose value picks the option. */
  readonly discriminator?: string;
  /** Tries the options where no tag fits. */
  readonly fallback: boolean;
  /** The author wrote the message of a failed match. */
  readonly hasMessage: boolean;
}

/** An intersection of which one side at least is no object with known keys. */
export interface IntersectionNode extends NodeBase {
  readonly kind: 'intersection';
  readonly sides: readonly [SchemaNode, SchemaNode];
}

/** `null`, `undefined`, `void`, `never`: nothing that a person could fill in. */
export interface NothingNode extends NodeBase {
  readonly kind: 'nothing';
  readonly value: null | undefined;
}

/** `any`, `unknown`, `custom`: taken as it is sent. */
export interface UnknownNode extends NodeBase {
  readonly kind: 'unknown';
}

/** A kind that no form can send. {@link readSchema} refuses a schema that has one. */
export interface UnsendableNode extends NodeBase {
  readonly kind: 'unsendable';
  readonly type: string;
}

/** The plan of a schema, or of a part of it. */
export type SchemaNode =
  | StringNode
  | NumberNode
  | BigIntNode
  | BooleanNode
  | DateNode
  | ChoiceNode
  | FileNode
  | ArrayNode
  | TupleNode
  | ObjectNode
  | RecordNode
  | UnionNode
  | IntersectionNode
  | NothingNode
  | UnknownNode
  | UnsendableNode;

export type NodeKind = SchemaNode['kind'];
/** What every node has. */
export type NodeTraits = NodeBase;
