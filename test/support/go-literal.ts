/** A value of a Go source that only the program itself knows: a call, a variable. */
export const computed = Symbol("computed");

/** What a literal of Go holds. */
export type GoValue =
  | string
  | number
  | boolean
  | typeof computed
  | GoValue[]
  | { readonly [field: string]: GoValue };

const token =
  /\s*(?:\/\/[^\n]*\s*)*("(?:[^"\\]|\\.)*"|`[^`]*`|[A-Za-z_][\w.]*|\d[\w.]*|[{}()[\],:&+*])/y;

/**
 * Reads a composite literal of Go, beginning at its opening brace. Names are looked up among `constants`, by their
 * last part; what is not there is `computed`.
 */
export class GoLiteral {
  readonly #source: string;
  readonly #constants: ReadonlyMap<string, string>;
  #at: number;

  constructor(source: string, at: number, constants: ReadonlyMap<string, string>) {
    this.#source = source;
    this.#at = at;
    this.#constants = constants;
  }

  /** Where it ends, once it has been read. */
  get at(): number {
    return this.#at;
  }

  #look(): string {
    token.lastIndex = this.#at;
    return token.exec(this.#source)?.[1] ?? "";
  }

  #take(): string {
    const next = this.#look();
    if (next === "") {
      throw new Error(
        `no literal of Go at ${this.#at}: ${this.#source.slice(this.#at, this.#at + 40)}`,
      );
    }
    this.#at = token.lastIndex;
    return next;
  }

  /** What stands between braces: fields, entries of a map, or elements. */
  body(): GoValue {
    this.#take();
    const elements: GoValue[] = [];
    const fields: [string, GoValue][] = [];
    while (this.#look() !== "}") {
      const first = this.#element();
      if (this.#look() === ":") {
        this.#take();
        fields.push([first.name, this.#element().value]);
      } else {
        elements.push(first.value);
      }
      if (this.#look() === ",") {
        this.#take();
      }
    }
    this.#take();
    return elements.length > 0 ? elements : Object.fromEntries(fields);
  }

  /** A value with its text, which is the name of a field where a colon follows. */
  #element(): { name: string; value: GoValue } {
    const first = this.#operand();
    let { value } = first;
    while (this.#look() === "+") {
      this.#take();
      const { value: more } = this.#operand();
      value = typeof value === "string" && typeof more === "string" ? value + more : computed;
    }
    return { name: first.name, value };
  }

  #operand(): { name: string; value: GoValue } {
    const next = this.#look();
    if (next === "{") {
      return { name: "", value: this.body() };
    }
    this.#take();
    if (next === "&" || next === "*") {
      return this.#operand();
    }
    if (next === "[") {
      return this.#typed();
    }
    if (/^["`]/.test(next)) {
      const text = next.startsWith("`") ? next.slice(1, -1) : String(JSON.parse(next));
      return { name: text, value: text };
    }
    if (/^\d/.test(next)) {
      return { name: next, value: Number(next) };
    }
    return this.#named(next);
  }

  /** After the bracket of `[]type{…}`; `map[string]type{…}` comes by its name. */
  #typed(): { name: string; value: GoValue } {
    while (this.#look() !== "{") {
      this.#take();
    }
    return { name: "", value: this.body() };
  }

  #named(name: string): { name: string; value: GoValue } {
    if (name === "map") {
      return this.#typed();
    }
    if (name === "true" || name === "false") {
      return { name, value: name === "true" };
    }
    if (this.#look() === "{") {
      return { name, value: this.body() };
    }
    if (this.#look() === "(") {
      this.#skipCall();
      return { name, value: computed };
    }
    return { name, value: this.#constants.get(name.split(".").at(-1) ?? "") ?? computed };
  }

  #skipCall(): void {
    let depth = 0;
    do {
      const next = this.#take();
      depth += next === "(" ? 1 : next === ")" ? -1 : 0;
    } while (depth > 0);
  }
}

/** Fields of a literal. */
export type GoFields = { readonly [field: string]: GoValue };

/** Fields of a value, none where it is something else. */
export const fields = (value: GoValue | undefined): GoFields =>
  typeof value === "object" && !Array.isArray(value) ? value : {};

/** Elements of a value, none where it is something else. */
export const elements = (value: GoValue | undefined): readonly GoValue[] =>
  Array.isArray(value) ? value : [];

/** A text, empty where it is something else. */
export const text = (value: GoValue | undefined): string =>
  typeof value === "string" ? value : "";
