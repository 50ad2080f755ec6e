import type * as pulumi from "@pulumi/pulumi";
import {
  Authorization,
  type AuthorizationArgs,
  CertificateIssuer,
  type CertificateIssuerArgs,
  ExternalService,
  type ExternalServiceArgs,
  GatewayCertificate,
  type GatewayCertificateArgs,
  MeshTelemetry,
  type MeshTelemetryArgs,
  MutualTls,
  type MutualTlsArgs,
  RevisionTag,
  type RevisionTagArgs,
} from "../components";
import { refused } from "./refused";
import { argumentsOf, described, mapOf, optional, type Problem } from "./schema";

/** A class that a stack file makes components of, by their names. */
export type NamedClass<Args> = new (
  name: string,
  args: Args,
  opts?: pulumi.ComponentResourceOptions,
) => pulumi.ComponentResource;

/** A section that holds any number of components of one class. */
interface NamedSection<Args> {
  component: NamedClass<Args>;
  schema: ReturnType<typeof namesTo<Args & object>>;
}

const namesTo = <Args extends object>(ref: string, description: string) =>
  described(description, optional(mapOf(argumentsOf<Args>(ref))));

const section = <Args extends object>(
  component: NamedClass<Args>,
  ref: string,
  what: string,
): NamedSection<Args> => ({
  component,
  schema: namesTo<Args>(ref, `${what}: arguments of ${ref.slice(0, -"Args".length)}, by name.`),
});

/** Sections that are arguments of components, by the names of these. */
const named = {
  revisionTags: section<RevisionTagArgs>(
    RevisionTag,
    "RevisionTagArgs",
    "Other names of revisions, which namespaces and gateways use",
  ),
  issuers: section<CertificateIssuerArgs>(
    CertificateIssuer,
    "CertificateIssuerArgs",
    "Who signs certificates, in a cluster with cert-manager",
  ),
  certificates: section<GatewayCertificateArgs>(
    GatewayCertificate,
    "GatewayCertificateArgs",
    "Certificates that the ingress gateway presents",
  ),
  externalServices: section<ExternalServiceArgs>(
    ExternalService,
    "ExternalServiceArgs",
    "Hosts outside of the mesh that its workloads call",
  ),
  mutualTls: section<MutualTlsArgs>(
    MutualTls,
    "MutualTlsArgs",
    "What workloads accept from others",
  ),
  authorization: section<AuthorizationArgs>(
    Authorization,
    "AuthorizationArgs",
    "Who may call whom",
  ),
  telemetry: section<MeshTelemetryArgs>(MeshTelemetry, "MeshTelemetryArgs", "What proxies report"),
};

type Named = typeof named;
type SectionName = keyof Named;

/** What a stack file says in these sections. */
type NamedConfig = {
  [S in SectionName]?: Record<string, Named[S] extends NamedSection<infer Args> ? Args : never>;
};

/** The schemas of the sections, by their keys. */
export const namedSchemas = Object.fromEntries(
  Object.entries(named).map(([key, { schema }]) => [key, schema]),
) as { [S in SectionName]: Named[S]["schema"] };

/** The components of a section with their names; the types of the sections are no longer told apart. */
function entriesOf(config: NamedConfig, key: SectionName) {
  const { component } = named[key] as unknown as NamedSection<object>;
  return { component, entries: Object.entries(config[key] ?? {}) as [string, object][] };
}

/** What the components refuse of the sections that could be read. */
export const namedProblems = (
  config: NamedConfig,
  isRead: (section: string) => boolean,
): Problem[] =>
  (Object.keys(named) as SectionName[]).filter(isRead).flatMap((key) => {
    const { component, entries } = entriesOf(config, key);
    return entries
      .filter(([name]) => isRead(`${key}.${name}`))
      .flatMap(([name, args]) =>
        refused(component, name, args, (path) => `${key}.${name}.${path}`),
      );
  });

/** Makes the components of one section, each after what its arguments need. */
export function deployNamed(
  config: NamedConfig,
  key: SectionName,
  before: (args: { namespace?: unknown }) => pulumi.Resource[],
): pulumi.ComponentResource[] {
  const { component, entries } = entriesOf(config, key);
  return entries.map(([name, args]) => new component(name, args, { dependsOn: before(args) }));
}
