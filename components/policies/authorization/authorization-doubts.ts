import { shown } from "../../../arguments/shown";
import { hasPort, withoutPort } from "../../../values/authority";
import { fitsPattern } from "../../../values/pattern";
import { plainEntries } from "../text-list";
import type { AuthorizationRule } from "./authorization-args";
import { AuthorizationAction } from "./authorization-args";

/** Normalizations of the mesh config that make one slash of several. */
const merging = ["MERGE_SLASHES", "DECODE_AND_MERGE_SLASHES"];

const isOpen = (path: string): boolean => path.endsWith("*") || path.endsWith("{**}");

/** What is below a path is another text than the path itself, unless that is listed too. */
const itself = (path: string, listed: readonly string[]): string[] => {
  const own = path.endsWith("/*") ? path.slice(0, -2) : "";
  return own === "" || listed.some((one) => fitsPattern(one, own)) ? [] : [own];
};

const isMerged = (normalization: string | undefined): boolean =>
  merging.includes(normalization ?? "");

/** Other texts by which an application may well understand the same path. */
function pathForms(
  path: string,
  listed: readonly string[],
  normalization: string | undefined,
): string[] {
  const atEnd = isOpen(path)
    ? itself(path, listed)
    : path.endsWith("/")
      ? [path.slice(0, -1)]
      : [`${path}/`, `${path};a`];
  const isSlashed = path.startsWith("/") && path !== "/*" && !isMerged(normalization);
  return [...atEnd.filter((form) => form !== ""), ...(isSlashed ? [`/${path}`] : [])];
}

const inWords = (forms: readonly string[]) => forms.map((form) => shown(form)).join(", ");

/** What keeps the other forms out as well. */
const waysOut = (path: string, listed: readonly string[], normalization: string | undefined) =>
  [
    ...(isOpen(path)
      ? itself(path, listed).map((own) => `list ${shown(own)} too`)
      : ['end the path with "*"']),
    ...(isMerged(normalization)
      ? []
      : ['set pathNormalization: { normalization: "MERGE_SLASHES" } in the mesh config']),
  ].join(" and ");

function pathDoubt(
  path: string,
  listed: readonly string[],
  normalization: string | undefined,
): string | undefined {
  const forms = pathForms(path, listed, normalization);
  return forms.length === 0
    ? undefined
    : `${shown(path)} is compared letter by letter: ${inWords(forms)} is not kept out, and many applications take it for the same; say what may pass in an ALLOW policy, or ${waysOut(path, listed, normalization)}`;
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

/** Why one of a list of texts is doubtful. */
type Doubtful = (text: string, all: readonly string[]) => string | undefined;

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
      const told = (field: "paths" | "notPaths" | "hosts" | "notHosts", doubt: Doubtful) =>
        plainEntries(operation[field]).flatMap(([k, text], _, all) => {
          const reason = doubt(
            text,
            all.map(([, one]) => one),
          );
          return reason ? [`${at}.${field}[${k}]: ${reason}`] : [];
        });
      return [
        ...told(fields.paths, (path, all) => pathDoubt(path, all, normalization)),
        ...told(fields.hosts, hostDoubt),
      ];
    }),
  );
}
