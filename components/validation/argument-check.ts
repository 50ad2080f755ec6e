import * as pulumi from "@pulumi/pulumi";
import { problemsFound } from "./problems-found";
import { labelValue, metadataKey, type Test } from "./tests";
import { isKnown } from "./when-known";

/** Labels or annotations by key. */
export interface Metadata {
  [key: string]: pulumi.Input<string>;
}

/** Collects all that is wrong with the arguments of one component, so that one run shows all of it. */
export class ArgumentCheck {
  readonly #problems: pulumi.InputPropertyErrorDetails[] = [];
  readonly #subject: string;

  /** `component` and `name` are what the user wrote in `new Component("name", …)`. */
  constructor(component: string, name: string) {
    this.#subject = `${component} ${JSON.stringify(name)}`;
  }

  fail(path: string, reason: string): void {
    this.#problems.push({ propertyPath: path, reason });
  }

  /** For arguments that decide which resources exist and are therefore known. */
  plain<T>(path: string, value: T | undefined, test: Test<T>): void {
    const reason = value === undefined ? undefined : test(value);
    if (reason) {
      this.fail(path, reason);
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
    const subject = this.#subject;
    return pulumi.output(value).apply((known) => {
      const reason = test(known as T);
      if (reason) {
        throw problemsFound(subject, [{ propertyPath: path, reason }]);
      }
      return known as T;
    });
  }

  /** `reserved` are keys whose value is the component's to decide. */
  labels(labels: Metadata | undefined, reserved: readonly string[] = []): void {
    this.#metadata("labels", labels, reserved);
    for (const [key, value] of Object.entries(labels ?? {})) {
      if (isKnown(value)) {
        this.plain(`labels[${JSON.stringify(key)}]`, value, labelValue);
      }
    }
  }

  annotations(annotations: Metadata | undefined, reserved: readonly string[] = []): void {
    this.#metadata("annotations", annotations, reserved);
  }

  #metadata(path: string, entries: Metadata | undefined, reserved: readonly string[]): void {
    for (const key of Object.keys(entries ?? {})) {
      const at = `${path}[${JSON.stringify(key)}]`;
      this.plain(at, key, metadataKey);
      if (reserved.includes(key)) {
        this.fail(at, "is set by the component itself; leave it out");
      }
    }
  }

  /** Throws if anything was found. */
  done(): void {
    if (this.#problems.length > 0) {
      throw problemsFound(this.#subject, this.#problems);
    }
  }
}
