/** What a value of an argument may be. */
export type ArgumentType =
  | "text"
  | "number"
  | "boolean"
  /** Anything: values of charts, resources of other packages. */
  | "open"
  | { enum: readonly (string | number | boolean)[] }
  | { list: ArgumentValue }
  /** An object with keys of the user's choice. */
  | { map: ArgumentValue }
  /** Name of an interface among the definitions. */
  | { ref: string }
  | { union: readonly ArgumentValue[] };

/** A place for a value. */
export interface ArgumentValue {
  type: ArgumentType;
  /** Declared as `pulumi.Input`: it may arrive later. */
  input?: true;
}

/** One argument of an interface. */
export interface ArgumentField extends ArgumentValue {
  required?: true;
  /** Its absence means more: everything, everyone, all. */
  narrows?: true;
  /** No message shows what is in it. */
  secret?: true;
  /** What it was called before; that name is taken, with a warning. */
  formerly?: string;
}

/** Arguments by their names. */
export interface ArgumentFields {
  readonly [name: string]: ArgumentField;
}

/** What all components and functions of the package take, by the words of their interfaces. */
export interface ArgumentSchema {
  /** Name of the interface that a component, or a function `group.name`, takes. */
  roots: { readonly [subject: string]: { ref: string; optional?: true } };
  definitions: { readonly [name: string]: ArgumentFields };
}
