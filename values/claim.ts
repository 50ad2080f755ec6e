const form = /^([^[\]]+)((?:\[[^[\]]+\])*)$/;
const inner = /\[([^[\]]+)\]/g;

/**
 * Names of a claim, from the outer one on, as policies write it behind `request.auth.claims`: `realm[roles]`. What
 * has no such form is one name.
 */
export function claimPath(text: string): string[] {
  const [, outer, rest = ""] = form.exec(text) ?? [];
  return outer === undefined
    ? [text]
    : [outer, ...[...rest.matchAll(inner)].map(([, name = ""]) => name)];
}
