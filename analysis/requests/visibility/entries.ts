import { coversHost, hostsOverlap } from "../../../values/host";
import { noNamespace, scopedHost } from "../../../values/scoped-host";

/** Hosts that an egress listener takes in, or leaves out, by their namespaces; `*` for any. */
interface Named {
  readonly taken: string[];
  readonly left: string[];
}

const anyNamespace = "*";

/** What the hosts of an egress listener say. */
export class EgressEntries {
  /** Whether all are exact names in one namespace each, in which istiod looks them up one by one. */
  readonly isExact: boolean;
  readonly #byNamespace = new Map<string, Named>();

  /** `namespace` is that of the proxies. */
  constructor(hosts: readonly string[], namespace: string) {
    let isExact = true;
    for (const entry of hosts) {
      const { excludes, namespace: written, host } = scopedHost(entry);
      const isLeft = excludes || written === noNamespace;
      const place = written === noNamespace || written === "" ? anyNamespace : written;
      const named = this.#at(place === "." ? namespace : place);
      if (isLeft) {
        named.left.push(host);
      } else {
        named.taken.push(host);
        isExact &&= place !== anyNamespace && !host.startsWith("*");
      }
    }
    this.isExact = isExact;
  }

  #at(namespace: string): Named {
    const found = this.#byNamespace.get(namespace) ?? { taken: [], left: [] };
    this.#byNamespace.set(namespace, found);
    return found;
  }

  #near(namespace: string): Named[] {
    return [namespace, anyNamespace].flatMap((place) => this.#byNamespace.get(place) ?? []);
  }

  #leaves(host: string, namespace: string): boolean {
    return this.#near(namespace).some(({ left }) => left.some((own) => coversHost(own, host)));
  }

  /** Names of hosts that are taken in, wildcards among them. */
  get names(): readonly string[] {
    return [...this.#byNamespace.values()].flatMap(({ taken }) => taken);
  }

  /** Whether a host of a namespace is taken in. */
  takesHost(host: string, namespace: string): boolean {
    return (
      this.#near(namespace).some(({ taken }) => taken.some((own) => coversHost(own, host))) &&
      !this.#leaves(host, namespace)
    );
  }

  /**
   * Whether routes of a namespace for some host are taken in. Those of a VirtualService are for a host that
   * only overlaps, too; those of the Gateway API are not.
   */
  takesRoutes(hosts: readonly string[], namespace: string, ofApi: boolean): boolean {
    const fits = ofApi ? coversHost : hostsOverlap;
    const near = this.#near(namespace);
    return hosts.some(
      (host) =>
        near.some(({ taken }) => taken.some((own) => fits(own, host))) &&
        !this.#leaves(host, namespace),
    );
  }
}
