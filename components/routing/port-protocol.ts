import { KubernetesProtocol } from "../../values/known-names";
import type { ServicePortFact } from "../program/facts/service-facts";

/** What Istio takes a port of a Service for; `detected` is left to the bytes that come. */
export type PortKind = "http" | "tcp" | "tls" | "udp" | "detected";

const kinds: Readonly<Record<string, PortKind>> = {
  http: "http",
  http2: "http",
  http_proxy: "http",
  grpc: "http",
  "grpc-web": "http",
  tcp: "tcp",
  mongo: "tcp",
  mysql: "tcp",
  redis: "tcp",
  https: "tls",
  tls: "tls",
  udp: "udp",
};

/** Words of Kubernetes for what Istio calls otherwise. */
const ofKubernetes: Readonly<Record<string, string>> = {
  [KubernetesProtocol.PlainHttp2]: "http2",
  [KubernetesProtocol.WebSocket]: "http",
  [KubernetesProtocol.SecureWebSocket]: "https",
};

/** Ports whose server speaks first, where waiting for the client's bytes would block: mail, DNS, databases. */
const serverFirst = [25, 53, 3306, 27017];

/**
 * As Istio chooses it: by `appProtocol`, else by the name up to its first hyphen.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export function portKind({ port, name, protocol, appProtocol }: ServicePortFact): PortKind {
  if (protocol === "UDP") {
    return "udp";
  }
  const word = (ofKubernetes[appProtocol ?? ""] ?? appProtocol ?? name ?? "").toLowerCase();
  const first = word.startsWith("grpc-web") ? "grpc-web" : (word.split("-")[0] ?? "");
  return kinds[first] ?? (serverFirst.includes(port) ? "tcp" : "detected");
}

/** What tells the protocol of a port, as a message shows it. */
export const shownPort = ({ port, name, appProtocol }: ServicePortFact): string =>
  appProtocol !== undefined
    ? `${port} (appProtocol ${appProtocol})`
    : name === undefined
      ? `${port}`
      : `${port} (${name})`;
