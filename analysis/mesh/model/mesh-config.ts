import { parse } from "yaml";
import { usualIstioNamespace } from "../../../values/known-names";
import { ownTrustDomain } from "../../../values/principal";
import { usualDomain } from "../../../values/service-host";
import type { DeclaredSet } from "../declared-set";
import { type Fields, fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { known } from "../not-judged";

/** What a parser says, without the piece of text that it shows below. */
function firstLine(message: string): string {
  const [line = ""] = message.split("\n");
  return line.endsWith(":") ? line.slice(0, -1) : line;
}

/** What the declared or given mesh config says, with istiod's defaults. */
export interface MeshConfig {
  /** Whether a mesh config is declared or given; otherwise all of this is istiod's defaults. */
  readonly known: boolean;
  readonly rootNamespace: string;
  readonly trustDomain: string;
  readonly trustDomainAliases: readonly string[];
  readonly domain: string;
  readonly autoMtls: boolean;
  readonly outboundMode: string;
  /** Whether ServiceEntries without an address get one of their own: istiod does so where sidecars answer DNS. */
  readonly autoAllocation: boolean;
  readonly extensionProviders: ReadonlyMap<string, Fields>;
  /** All that it says, by its own names. */
  readonly all: Fields;
}

/** Whether a ConfigMap is called as the one that istiod of some revision reads. */
export const isMeshConfig = ({ name }: { name: string }): boolean =>
  name === "istio" || name.startsWith("istio-");

/** What a text of YAML holds, or what keeps it from being read. */
export type ReadFields = { readonly fields: Fields } | { readonly problem: string };

/** Reads a part of istiod's ConfigMap as istiod does, which lets the last of two equal keys win. */
export function readFields(yaml: string): ReadFields {
  try {
    const value: unknown = parse(yaml, { uniqueKeys: false, logLevel: "error" }) ?? {};
    return typeof value === "object" && !Array.isArray(value)
      ? { fields: fields(value) }
      : { problem: "it has no fields" };
  } catch (error) {
    // The first line says what and where; the others show the text itself.
    return {
      problem: firstLine((error as Error).message),
    };
  }
}

/** The ConfigMap that istiod reads: of the default revision first. */
function declaredConfig(set: DeclaredSet): Fields | undefined {
  const maps = set
    .all(Kind.ConfigMap)
    .filter(({ id }) => isMeshConfig(id))
    .sort((a, b) => a.id.name.length - b.id.name.length);
  for (const { object } of maps) {
    const mesh = known(() => text(fields(object.data).mesh));
    const read = mesh === undefined ? undefined : readFields(mesh);
    if (read !== undefined && "fields" in read) {
      return read.fields;
    }
  }
  return undefined;
}

/** The mesh config of a set: the one that is given, or the one that is declared, or istiod's defaults. */
export function meshConfigOf(set: DeclaredSet, given?: Fields, domain = usualDomain): MeshConfig {
  const config = given ?? declaredConfig(set);
  const all = config ?? {};
  const proxy = fields(all.defaultConfig);
  const metadata = fields(proxy.proxyMetadata);
  return {
    known: config !== undefined,
    rootNamespace: text(all.rootNamespace) ?? usualIstioNamespace,
    trustDomain: text(all.trustDomain) ?? ownTrustDomain,
    trustDomainAliases: Array.isArray(all.trustDomainAliases) ? all.trustDomainAliases : [],
    domain,
    autoMtls: all.enableAutoMtls !== false,
    outboundMode: text(fields(all.outboundTrafficPolicy).mode) ?? "ALLOW_ANY",
    autoAllocation:
      metadata.ISTIO_META_DNS_CAPTURE === "true" &&
      metadata.ISTIO_META_DNS_AUTO_ALLOCATE !== "false",
    extensionProviders: new Map(
      list(all.extensionProviders).map((provider) => [text(provider.name) ?? "", provider]),
    ),
    all,
  };
}
