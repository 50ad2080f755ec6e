import { coversHost } from "../../../values/host";
import { type ScopedHost, scopedHost } from "../../../values/scoped-host";
/** Something that a proxy has to know, and the namespace of the object that declares it. */
export interface Wanted {
  host: string;
  /** Absent where nobody knows. */
  namespace?: string;
}

function names({ namespace, host }: ScopedHost, own: string, wanted: Wanted): boolean {
  const chosen = namespace === "." ? own : namespace;
  const inNamespace =
    chosen !== "~" &&
    (chosen === "*" || wanted.namespace === undefined || chosen === wanted.namespace);
  return inNamespace && coversHost(host, wanted.host);
}

/** Whether the hosts of a scope let proxies of the namespace `own` know it. */
export function sees(hosts: readonly string[], own: string, wanted: Wanted): boolean {
  const all = hosts.map(scopedHost);
  return (
    all.some((entry) => !entry.excludes && names(entry, own, wanted)) &&
    !all.some((entry) => entry.excludes && names(entry, own, wanted))
  );
}

/** Whether the hosts name anything beside the namespace `own`. */
export const looksOut = (hosts: readonly string[], own: string): boolean =>
  hosts
    .map(scopedHost)
    .some(({ excludes, namespace }) => !excludes && ![".", "~", own].includes(namespace));
