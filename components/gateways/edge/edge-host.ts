import { host, type Test } from "../../validation/tests";

/** Whether a host name with or without a wildcard stands for all that another stands for. */
export const covers = (pattern: string, name: string): boolean =>
  pattern === "*" ||
  pattern === name ||
  (pattern.startsWith("*.") && name.endsWith(pattern.slice(1)));

/** Whether there is a name that both stand for. */
export const overlap = (one: string, other: string): boolean =>
  covers(one, other) || covers(other, one);

/** What is left of an address when only the host is meant; nothing when it is not one. */
function hostIn(value: unknown): string | undefined {
  const [, name = ""] =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/:?#]+?)\.?(?::\d+)?(?:[/?#].*)?$/i.exec(String(value)) ?? [];
  const found = name.toLowerCase();
  return found !== value && found.includes(".") && !host(found) ? found : undefined;
}

/** Clients name hosts in many ways, of which a gateway knows one. */
function hint(value: string): string | undefined {
  const reason = host(value);
  const meant = reason && hostIn(value);
  return meant
    ? `${reason}; write "${meant}": scheme, port, path and a dot at the end are not part of it, and letters are small`
    : reason;
}

/** Istio would read a name without a dot as that of a Service. */
export const edgeHost: Test<string> = (value) =>
  hint(value) ??
  (value === "*" || value.includes(".")
    ? undefined
    : `"${value}" is a short name; write the whole host name, such as "${value}.example.com"`);
