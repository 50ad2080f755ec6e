import { parseDocument } from "yaml";

/** What Kubernetes takes for a field that is left out. */
const defaults: readonly [field: RegExp, value: unknown][] = [
  [/\.ports\[\d+\]\.protocol$/, "TCP"],
  [/\.securityContext\.privileged$/, false],
  [/\.template\.spec\.restartPolicy$/, "Always"],
  [/\.template\.spec\.serviceAccountName$/, "default"],
];

/** Whether a field says what is understood without it. */
export const isDefault = (path: string, value: unknown): boolean =>
  defaults.some(([field, usual]) => field.test(path) && value === usual);

/** An image with all that is understood when it is left out. */
const wholeImage = (image: unknown): string => {
  const [name = "", ...rest] = `${image}`.split("/").reverse();
  const tagged = /[:@]/.test(name) ? name : `${name}:latest`;
  return [...rest.reverse().filter((part) => part !== "docker.io"), tagged].join("/");
};

/** Whether two images are one, though one reference leaves out what is understood. */
export const isSameImage = (path: string, one: unknown, other: unknown): boolean =>
  /\.image$/.test(path) && wholeImage(one) === wholeImage(other);

/** Settings within a text, in YAML or JSON, which are the same however they are written. */
export function settingsIn(text: unknown): object | undefined {
  if (typeof text !== "string" || !/[\n{]/.test(text)) {
    return undefined;
  }
  const document = parseDocument(text, { logLevel: "silent" });
  const settings: unknown = document.errors.length === 0 ? document.toJS() : undefined;
  return typeof settings === "object" && settings !== null ? settings : undefined;
}
