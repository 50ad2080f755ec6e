import { shown } from "../../../arguments/shown";
import { hasPort, withoutPort } from "../../../values/authority";
import { plainEntries } from "../text-list";
import type { AuthorizationRule } from "./authorization-args";
import { AuthorizationAction } from "./authorization-args";

/** Normalizations of the mesh config that make one slash of several. */
const merging = ["MERGE_SLASHES", "DECODE_AND_MERGE_SLASHES"];

const isOpen = (path: string): boolean => path.endsWith("*") || path.endsWith("{**}");

/** Other texts by which an application may well understand the same path. */
function pathForms(path: string, normalization: string | undefined): string[] {
  const atEnd = isOpen(path)
    ? []
    : path.endsWith("/")
      ? [path.slice(0, -1)]
      : [`${path}/`, `${path};a`];
  const merged = merging.includes(normalization ?? "");
  const slashes = path.startsWith("/") && path !== "/*" && !merged ? [`/${path}`] : [];
  return [...atEnd.filter((form) => form !== ""), ...slashes];
}

const listed = (forms: readonly string[]) => forms.map((form) => shown(form)).join(", ");

const merge = 'pathNormalization: { normalization: "MERGE_SLASHES" } in the mesh config';

function pathDoubt(path: string, normalization: string | undefined): string | undefined {
  const forms = pathForms(path, normalization);
  return forms.length === 0
    ? undefined
    : `${shown(path)} is compared letter by letter: ${listed(forms)} is not kept out, and many applications take it for the same; say what may pass in an ALLOW policy, or ${isOpen(path) ? "" : 'end the path with "*" and '}set ${merge}`;
}

function hostDoubt(host: string): string | undefined {
  if (host.startsWith("*") && host !== "*" && !hasPort(host)) {
    return `${shown(host)} fits no Host with a port, which any client can write (${shown(`${host.replace("*", "a")}:80`)}); name the hosts in full, or say what may pass in an ALLOW policy`;
  }
  return hasPort(host)
    ? `${shown(host)} is what the client writes, not the port that it comes to: ${shown(withoutPort(host))} is not kept out; leave the port out, and name it under ports`
    : undefined;
}

/**
 * Which lists of a rule open a door when a request is not recognized: those of what is refused or asked
 * about, and those of what is not allowed.
 */
function fieldsThatOpen(action: AuthorizationAction) {
  switch (action) {
    case AuthorizationAction.Allow:
      return { paths: "notPaths", hosts: "notHosts" } as const;
    case AuthorizationAction.Audit:
      return undefined;
    default:
      return { paths: "paths", hosts: "hosts" } as const;
  }
}

/** What a client may write in another way than a rule has it, and so pass; by argument. */
export function doubtfulTexts(
  action: AuthorizationAction,
  rules: readonly AuthorizationRule[] = [],
  normalization?: string,
): string[] {
  const fields = fieldsThatOpen(action);
  if (!fields) {
    return [];
  }
  return rules.flatMap(({ to = [] }, i) =>
    to.flatMap((operation, j) => {
      const at = `rules[${i}].to[${j}]`;
      const told = (field: "paths" | "notPaths" | "hosts" | "notHosts", doubt: typeof hostDoubt) =>
        plainEntries(operation[field]).flatMap(([k, text]) => {
          const reason = doubt(text);
          return reason ? [`${at}.${field}[${k}]: ${reason}`] : [];
        });
      return [
        ...told(fields.paths, (path) => pathDoubt(path, normalization)),
        ...told(fields.hosts, hostDoubt),
      ];
    }),
  );
}
