import type * as pulumi from "@pulumi/pulumi";
import { isWithin, replaced, valueAt } from "./argument-path";
import { withValue } from "./argument-value";
import { heldBack } from "./late-value";
import { labelValue, metadataKey, type Test } from "./predicates";
import { problemsFound } from "./problems-found";
import { shown } from "./shown";
import { isKnown } from "./when-known";

/** Labels or annotations by key. */
export interface Metadata {
  [key: string]: pulumi.Input<string>;
}

declare const checked: unique symbol;

/** Arguments of a component whose check has ended; only these may reach an object. */
export type Safe<Args> = Args & { readonly [checked]: true };

/** What the API server takes of keys and values together. */
const mostAnnotations = 256 * 1024;

/** Bytes of keys and values, as far as they are known while the program runs. */
const sizeOf = (entries: pulumi.Input<Metadata> | undefined): number =>
  entries === undefined || !isKnown(entries)
    ? 0
    : Object.entries(entries)
        .flat()
        .reduce((sum, text) => sum + (typeof text === "string" ? Buffer.byteLength(text) : 0), 0);

const reservedKey = "is set by the component itself; leave it out";

/** A value that arrives later, and what stands in for it since it is held back when it fails. */
interface Held {
  raw: unknown;
  held: pulumi.Output<unknown>;
}

/** Collects all that is wrong with the arguments of one component, so that one run shows all of it. */
export class ArgumentCheck<Args extends object = object> {
  readonly #problems: pulumi.InputPropertyErrorDetails[] = [];
  readonly #component: string;
  readonly #subject: string;
  readonly #held = new Map<string, Held>();

  /**
   * `component` and `name` are what the user wrote in `new Component("name", …)`. `args` have the
   * declared shape; the doubts about them are told where the component has no words of its own. `unset`
   * are those that are written down and are `undefined`, which may be why another one is missing.
   */
  constructor(
    component: string,
    name: string,
    readonly args: Args = {} as Args,
    readonly doubts: readonly pulumi.InputPropertyErrorDetails[] = [],
    readonly unset: readonly string[] = [],
  ) {
    this.#component = component;
    this.#subject = `${component} ${shown(name)}`;
  }

  /** What was found so far. */
  get problems(): readonly pulumi.InputPropertyErrorDetails[] {
    return this.#problems;
  }

  /** A reason without the argument's value is told with it. */
  fail(path: string, reason: string): void {
    this.#tell(path, reason, valueAt(this.args, path));
  }

  #tell(path: string, reason: string, value: unknown): void {
    this.#problems.push({ propertyPath: path, reason: this.#withValue(path, reason, value) });
  }

  #withValue(path: string, reason: string, value: unknown): string {
    return withValue(this.#component, path, reason, value);
  }

  /** What was found elsewhere, unless the component has said something of the argument already. */
  failUnlessTold(found: readonly pulumi.InputPropertyErrorDetails[]): void {
    this.#problems.push(...found.filter(({ propertyPath }) => !this.knows(propertyPath)));
  }

  /** For arguments that decide which resources exist and are therefore known. */
  plain<T>(path: string, value: T | undefined, test: Test<T>): void {
    const reason = value === undefined ? undefined : test(value);
    if (reason) {
      this.#tell(path, reason, value);
    }
  }

  /**
   * The value to go on with. One that is not known yet is tested when it arrives, and nothing that
   * uses the returned value is applied when it fails.
   */
  input<T>(path: string, value: pulumi.Input<T>, test: Test<T>): pulumi.Input<T>;
  input<T>(
    path: string,
    value: pulumi.Input<T> | undefined,
    test: Test<T>,
  ): pulumi.Input<T> | undefined;
  input<T>(
    path: string,
    value: pulumi.Input<T> | undefined,
    test: Test<T>,
  ): pulumi.Input<T> | undefined {
    if (value === undefined || isKnown(value)) {
      this.plain(path, value, test);
      return value;
    }
    const before = this.#held.get(path);
    const from = before?.raw === value ? (before.held as pulumi.Output<T>) : value;
    const held = heldBack(this.#subject, from, (known) => {
      const reason = test(known as T);
      const told = reason && this.#withValue(path, reason, known);
      return reason ? [{ propertyPath: path, reason, ...(told && { told }) }] : [];
    });
    // What was handed back before may be tested once more, and stands for the same argument.
    const raw = before?.held === value ? before.raw : value;
    this.#held.set(path, { raw, held });
    return held;
  }

  /** Whether the argument, a part of it or what it is a part of was reported. */
  knows(path: string): boolean {
    return [...this.#problems, ...this.doubts].some(
      ({ propertyPath }) => isWithin(propertyPath, path) || isWithin(path, propertyPath),
    );
  }

  /** `reserved` are keys whose value is the component's to decide. */
  labels(labels: pulumi.Input<Metadata> | undefined, reserved: readonly string[] = []): void {
    this.#metadata("labels", labels, reserved, labelValue);
  }

  annotations(
    annotations: pulumi.Input<Metadata> | undefined,
    reserved: readonly string[] = [],
    path = "annotations",
  ): void {
    this.#metadata(path, annotations, reserved, () => undefined);
    const size = sizeOf(annotations);
    if (size > mostAnnotations) {
      this.fail(
        path,
        `is ${size} bytes, and the annotations of an object are ${mostAnnotations} at most`,
      );
    }
  }

  /** A map that arrives later is held back as a whole. */
  #metadata(
    path: string,
    entries: pulumi.Input<Metadata> | undefined,
    reserved: readonly string[],
    value: Test<string>,
  ): void {
    const ofKey = (key: string) =>
      metadataKey(key) ?? (reserved.includes(key) ? reservedKey : undefined);
    if (entries === undefined || !isKnown(entries)) {
      this.input<Record<string, string>>(
        path,
        entries as pulumi.Input<Record<string, string>>,
        (late) =>
          Object.entries(late)
            .flatMap(([key, text]) => {
              const reason = ofKey(key) ?? value(text);
              return reason ? `key ${shown(key)}: ${reason}` : [];
            })
            .at(0),
      );
      return;
    }
    for (const [key, text] of Object.entries(entries as Metadata)) {
      const at = `${path}[${JSON.stringify(key)}]`;
      this.plain(at, key, metadataKey);
      if (reserved.includes(key)) {
        this.fail(at, reservedKey);
      }
      this.input(at, text, value);
    }
  }

  /**
   * Throws if anything was found. What comes back is safe to use: what was tested and arrives later is
   * held back in it.
   */
  done(): Safe<Args> {
    const told = new Set(this.#problems.map(({ propertyPath }) => propertyPath));
    const doubts = this.doubts.filter(({ propertyPath }) => !told.has(propertyPath));
    const problems = [...doubts, ...this.#problems];
    if (problems.length > 0) {
      throw problemsFound(this.#subject, problems);
    }
    let safe = this.args;
    for (const [path, { raw, held }] of this.#held) {
      safe = replaced(safe, path, raw, held);
    }
    return safe as Safe<Args>;
  }
}
