import { fullNameProblem, isLabel } from "./host";

/** `namespace/host` of a sidecar's scope; a `~` in front of it takes it out. */
export interface ScopedHost {
  excludes: boolean;
  namespace: string;
  host: string;
}

/** What stands for no namespace at all. */
export const noNamespace = "~";

/** Takes an entry apart; what is missing is an empty text. */
export function scopedHost(entry: string): ScopedHost {
  const excludes = entry.startsWith("~") && !entry.startsWith("~/");
  const slash = entry.indexOf("/");
  const namespace = slash === -1 ? entry : entry.slice(0, slash);
  return {
    excludes,
    namespace: namespace.slice(excludes ? 1 : 0),
    host: slash === -1 ? "" : entry.slice(slash + 1),
  };
}

const wildcards = ["*", ".", noNamespace];

/** An entry of a sidecar's scope. */
export function scopedHostProblem(entry: string): string | undefined {
  const { namespace, host } = scopedHost(entry);
  if (namespace === "" || host === "") {
    return "namespace/host is expected";
  }
  return wildcards.includes(namespace) || isLabel(namespace)
    ? fullNameProblem(host)
    : 'in front of "/" stands a namespace, "." for the own one, or "*" for any';
}
