import { parseCluster } from "../envoy-destinations";
import type { Envoy, ProxyConfig } from "../translate";

/** What of an Envoy cluster says who is asked, and how. */
export interface ClusterFacts {
  readonly discovery: "told" | "dns" | "called" | "requested";
  /** `address:port share mode sni inner`, sorted; of one that goes on to what was called how it speaks alone. */
  readonly endpoints: readonly string[];
}

const discoveries: Record<string, ClusterFacts["discovery"]> = {
  EDS: "told",
  STRICT_DNS: "dns",
  LOGICAL_DNS: "dns",
  ORIGINAL_DST: "called",
};

/** How one speaks to an endpoint, as words. */
interface Spoken {
  readonly mode: string;
  readonly sni?: string;
  readonly inner?: string;
}

function spokenBy(socket: Envoy): Spoken {
  const config = socket?.typedConfig;
  if (config?.transportSocket) {
    return spokenBy(config.transportSocket);
  }
  const context = config?.commonTlsContext;
  if (!context) {
    return { mode: "DISABLE" };
  }
  const sni = config.sni;
  const certificates: string[] = (context.tlsCertificateSdsSecretConfigs ?? []).map(
    (one: Envoy) => one.name,
  );
  const mode = certificates.includes("default")
    ? "ISTIO_MUTUAL"
    : certificates.length > 0
      ? "MUTUAL"
      : "SIMPLE";
  return { mode, ...(sni && { sni }) };
}

function spokenTo(cluster: Envoy, endpoint: Envoy): Spoken {
  const wanted = endpoint?.metadata?.filterMetadata?.["envoy.transport_socket_match"] ?? {};
  const matches: Envoy[] = cluster.transportSocketMatches ?? [];
  const fitting = matches.find(({ match = {} }) =>
    Object.entries(match).every(([key, value]) => wanted[key] === value),
  );
  const spoken = spokenBy(matches.length > 0 ? fitting?.transportSocket : cluster.transportSocket);
  const internal = endpoint?.endpoint?.address?.envoyInternalAddress;
  return internal === undefined
    ? spoken
    : {
        mode: "HBONE",
        ...(spoken.mode !== "DISABLE" && {
          inner: spoken.mode,
          ...(spoken.sni && { sni: spoken.sni }),
        }),
      };
}

export const spokenWords = ({ mode, sni = "-", inner = "-" }: Spoken): string =>
  `${mode} ${sni} ${inner}`;

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** An endpoint in words. */
export const endpointWords = (
  address: string,
  port: number,
  share: number,
  spoken: Spoken,
): string => `${address}:${port} ${rounded(share)} ${spokenWords(spoken)}`;

function addressOf({ endpoint }: Envoy): [string, number] {
  const { socketAddress, envoyInternalAddress } = endpoint.address;
  const [ip, port] = envoyInternalAddress
    ? envoyInternalAddress.endpointId.split(":")
    : [socketAddress.address, socketAddress.portValue];
  return [ip, Number(port)];
}

function factsOf(config: ProxyConfig, cluster: Envoy): ClusterFacts {
  const discovery = discoveries[cluster.type ?? ""] ?? "requested";
  if (discovery === "called" || discovery === "requested") {
    return { discovery, endpoints: [spokenWords(spokenTo(cluster, undefined))] };
  }
  const assignment =
    config.endpoints.find(({ clusterName }) => clusterName === cluster.name) ??
    cluster.loadAssignment;
  const groups: Envoy[] = assignment?.endpoints ?? [];
  const all: Envoy[] = groups
    .filter(({ priority = 0 }) => priority === 0)
    .flatMap(({ lbEndpoints = [] }) => lbEndpoints);
  const sum = all.reduce((weights, one) => weights + Number(one.loadBalancingWeight ?? 1), 0);
  return {
    discovery,
    endpoints: all
      .map((one) => {
        const [ip, port] = addressOf(one);
        const share = (100 * Number(one.loadBalancingWeight ?? 1)) / sum;
        return endpointWords(ip, port, share, spokenTo(cluster, one));
      })
      .sort(),
  };
}

/** A cluster by host, port and subset. */
export const clusterKey = (host: string, port: number, subset = ""): string =>
  `${host} ${port} ${subset}`;

/** The clusters of a proxy for others; those that a waypoint has for its own win over those that it has for others. */
export function clusterFacts(config: ProxyConfig): ReadonlyMap<string, ClusterFacts> {
  const of = (direction: string) =>
    config.clusters
      .filter(({ name }) => name.startsWith(`${direction}|`))
      .map((cluster): [string, ClusterFacts] => {
        const { host, port, subset } = parseCluster(cluster.name);
        return [clusterKey(host, port, subset), factsOf(config, cluster)];
      });
  return new Map([...of("outbound"), ...of("inbound-vip")]);
}
