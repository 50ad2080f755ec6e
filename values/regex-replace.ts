import { regexOf } from "./regex";

const reference = /\\(\d|\\)/g;

/** RE2 writes groups as `\1` and the whole as `\0`. */
const substituted = (value: string, groups: readonly string[]): string =>
  value.replaceAll(reference, (_, of: string) => (of === "\\" ? of : (groups[Number(of)] ?? "")));

/** A text with all that a regular expression of RE2 fits written anew; nothing where it cannot be read. */
export function replacedByRegex(text: string, match: string, value: string): string | undefined {
  const regex = regexOf(match, "g");
  return (
    regex &&
    text.replaceAll(regex, (...found) => {
      const groups = found.slice(
        0,
        found.findIndex((one) => typeof one === "number"),
      );
      return substituted(
        value,
        groups.map((one) => one ?? ""),
      );
    })
  );
}
