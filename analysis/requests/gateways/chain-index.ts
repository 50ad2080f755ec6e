import type { Chain } from "./chains";

/** Chains of a port by the names that they are for. */
export interface ChainIndex {
  readonly byName: ReadonlyMap<string, Chain>;
  /** Wildcards, the longest first. */
  readonly wide: readonly { readonly suffix: string; readonly chain: Chain }[];
  /** The chain for all connections. */
  readonly any: Chain | undefined;
  /** Chains for each Service by its own name. */
  readonly services: readonly Chain[];
}

/** Chains as Envoy looks them up. */
export function chainIndex(chains: readonly Chain[]): ChainIndex {
  const byName = new Map<string, Chain>();
  const wide: { suffix: string; chain: Chain }[] = [];
  const named = chains.filter(({ kind }) => kind !== "services");
  for (const chain of named) {
    for (const name of chain.names.map((one) => one.toLowerCase())) {
      if (name.startsWith("*.")) {
        wide.push({ suffix: name.slice(1), chain });
      } else if (!byName.has(name)) {
        byName.set(name, chain);
      }
    }
  }
  return {
    byName,
    wide: wide.sort((a, b) => b.suffix.length - a.suffix.length),
    any: named.find(({ names }) => names.length === 0),
    services: chains.filter(({ kind }) => kind === "services"),
  };
}

/** The chain for a server name: the exact one, then the longest wildcard, then that for all connections. */
export function chainFor({ byName, wide, any }: ChainIndex, sni: string | undefined) {
  const name = sni?.toLowerCase();
  return name === undefined
    ? any
    : (byName.get(name) ?? wide.find(({ suffix }) => name.endsWith(suffix))?.chain ?? any);
}
