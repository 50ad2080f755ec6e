import { exactRegex } from "./regex";

/** Letters that a template takes, in RFC 3986's words all of a segment but "*". */
const letters = "a-zA-Z0-9\\-._~%!$&'()+,;:@=";
const templates = /\{\*\*?\}|\*\*?/;
const afterPath = /[?#].*/s;

/** The path without its query. */
export const withoutQuery = (path: string): string => path.replace(afterPath, "");

/** Whether a policy's path leaves segments open. */
export const isPathTemplate = (path: string): boolean =>
  path.includes("{*}") || path.includes("{**}");

/** What fits a template: `{*}` stands for one segment, `{**}` for any that are left. */
export function templateOf(path: string): (requested: string) => boolean {
  const open = [...path.matchAll(new RegExp(templates, "g"))].map(([template]) =>
    template.includes("**") ? `[${letters}/]*` : `[${letters}]+`,
  );
  const literals = path.split(templates).map(exactRegex);
  const pattern = literals.map((literal, i) => `${literal}${open[i] ?? ""}`).join("");
  const whole = new RegExp(`^${pattern}$`);
  return (requested) => whole.test(requested);
}
