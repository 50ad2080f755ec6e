import { KubernetesProtocol } from "../../../values/known-names";

/** Istio's protocols by what names of ports begin with. */
const byName: Readonly<Record<string, string>> = {
  http: "HTTP",
  http2: "HTTP2",
  grpc: "GRPC",
  "grpc-web": "GRPC-Web",
  https: "HTTPS",
  tls: "TLS",
  tcp: "TCP",
  udp: "UDP",
  mongo: "Mongo",
  redis: "Redis",
  mysql: "MySQL",
};

/** What `appProtocol` may say beside the names of Istio's protocols. */
const byAppProtocol: Readonly<Record<string, string>> = {
  [KubernetesProtocol.PlainHttp2]: "HTTP2",
  [KubernetesProtocol.WebSocket]: "HTTP",
  [KubernetesProtocol.SecureWebSocket]: "HTTPS",
  ws: "HTTP",
  wss: "HTTPS",
};

/** Where neither says it, Envoy looks at the first bytes. */
export const undetermined = "";

/** The protocol that a text begins with, up to its first hyphen; `grpc-web` has one itself. */
export function namedProtocol(name: string): string | undefined {
  const text = name.toLowerCase();
  if (text === "grpc-web" || text.startsWith("grpc-web-")) {
    return byName["grpc-web"];
  }
  return byName[text.split("-")[0] ?? ""];
}

/** Protocol of a Service's port as istiod sees it; empty where Envoy has to find out. */
export function portProtocol(
  appProtocol: string | undefined,
  name: string | undefined,
  transport = "TCP",
): string {
  if (transport === "UDP") {
    return "UDP";
  }
  if (appProtocol !== undefined) {
    const known = byAppProtocol[appProtocol.toLowerCase()] ?? byName[appProtocol.toLowerCase()];
    return known ?? undetermined;
  }
  return (name === undefined ? undefined : namedProtocol(name)) ?? undetermined;
}

const http = new Set(["HTTP", "HTTP2", "GRPC", "GRPC-Web", undetermined]);

/** Whether a proxy sees requests at a port of this protocol. */
export const seesRequests = (protocol: string): boolean => http.has(protocol);
