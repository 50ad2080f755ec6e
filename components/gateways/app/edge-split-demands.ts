import type { CanaryFact, SubsetFact } from "../../program/facts/traffic-facts";
import { type Demand, demand } from "../../program/part";
import { Dialect } from "../../routing/dialect";
import { serviceHost } from "../../routing/service-host";
import type { EdgeSpec } from "./app-gateway-plan";
import type { EdgeTarget } from "./edge-route";

/** A target, and the argument that it comes from. */
interface PlacedTarget extends EdgeTarget {
  at: string;
}

function targetsOf({ args }: EdgeSpec): PlacedTarget[] {
  const { routes = [], tlsRoutes = [], tcpRoutes = [] } = args;
  const placed = (name: string, targets: readonly (EdgeTarget & { canary?: unknown })[]) =>
    targets.flatMap(({ service, port, versions, canary }, i) =>
      canary === undefined && service !== undefined
        ? [{ at: `${name}[${i}]`, service, port, ...(versions && { versions }) }]
        : [],
    );
  return [
    ...placed("routes", routes),
    ...placed("tlsRoutes", tlsRoutes),
    ...placed("tcpRoutes", tcpRoutes),
  ];
}

/** A route that does not know of the versions sends requests to all of them alike. */
const unsplit = (at: string, { owner, versions }: CanaryFact): string | undefined =>
  `goes to all versions alike (${versions.join(", ")}), those without a share too, as the split of ${owner} does not hold at a gateway; write ${at}.canary, the component, in place of service, or ${at}.versions for other shares`;

const kindOfVersions: Record<Dialect, string> = {
  istio: "subsets",
  "gateway-api": "Services",
};

function unknownVersion(
  name: string,
  dialect: Dialect,
  { owner, versions, dialect: declared }: CanaryFact,
): string | undefined {
  if (!versions.includes(name)) {
    return `"${name}" is no version of ${owner} (KIA1107); allowed: ${versions.join(", ")}`;
  }
  return declared === dialect
    ? undefined
    : `"${name}" is among the ${kindOfVersions[declared]} of ${owner}, and dialect "${dialect}" looks for ${kindOfVersions[dialect]}; write canary in place of service and versions`;
}

const noSubset =
  (name: string) =>
  (all: readonly SubsetFact[]): string => {
    const known = [...new Set(all.map(({ version }) => version))].join(", ");
    return `nothing in this program declares version "${name}" of the service (KIA1107); known of others: ${known || "none"}; without a DestinationRule for it the route answers 503`;
  };

/** What the routes rely on in the canaries of the services that they name. */
export function splitDemands(spec: EdgeSpec): Demand[] {
  const { namespace, clusterDomain, dialect } = spec;
  return targetsOf(spec).flatMap(({ at, service = "", versions }) => {
    const host = serviceHost(service, namespace, clusterDomain);
    if (versions === undefined) {
      const test = (canary: CanaryFact) => unsplit(at, canary);
      return [demand({ topic: "canary", key: [host], path: `${at}.service`, test })];
    }
    return versions.flatMap(({ name }, i) => {
      const path = `${at}.versions[${i}].name`;
      const test = (canary: CanaryFact) => unknownVersion(name, dialect, canary);
      const known = demand({ topic: "canary", key: [host], path, test });
      const declared = demand({
        topic: "subset",
        key: [host, name],
        path,
        test: () => undefined,
        missing: noSubset(name),
      });
      return dialect === Dialect.Istio ? [known, declared] : [known];
    });
  });
}
