import { KubernetesProtocol } from "../../../values/known-names";

/** Istio's protocols by what names of ports begin with. */
const byName: Readonly<Record<string, string>> = {
  http: "HTTP",
  http2: "HTTP2",
  http_proxy: "HTTP_PROXY",
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
};

const encrypted: readonly string[] = ["HTTPS", "TLS"];

/** Whether clients speak TLS to a port of this protocol themselves. */
export const isEncrypted = (protocol: string): boolean => encrypted.includes(protocol);

/** Where neither says it, Envoy looks at the first bytes. */
export const undetermined = "";

/** The protocol that a text begins with, up to its first hyphen; `grpc-web` has one itself. */
function namedProtocol(name: string): string | undefined {
  const text = name.toLowerCase();
  if (text === "grpc-web" || text.startsWith("grpc-web-")) {
    return byName["grpc-web"];
  }
  return byName[text.split("-")[0] ?? ""];
}

/** Ports that are known to take connections, unless the port says otherwise: mail, names, MySQL, MongoDB. */
const knownPorts = new Set([25, 53, 3306, 27017]);

/** What a port says of itself, and how it is reached. */
interface PortWords {
  readonly appProtocol: string | undefined;
  readonly name: string | undefined;
  readonly transport: string | undefined;
  readonly port: number | undefined;
}

/** Protocol of a Service's port as istiod sees it; empty where Envoy has to find out. */
export function portProtocol({ appProtocol, name = "", transport, port = 0 }: PortWords): string {
  if (transport === "UDP") {
    return "UDP";
  }
  const said = appProtocol?.toLowerCase();
  return (
    (said === undefined ? undefined : byAppProtocol[said]) ??
    namedProtocol(said ?? name) ??
    (knownPorts.has(port) ? "TCP" : undetermined)
  );
}

const http = new Set(["HTTP", "HTTP2", "HTTP_PROXY", "GRPC", "GRPC-Web", undetermined]);

/** Whether a proxy sees requests at a port of this protocol. */
export const seesRequests = (protocol: string): boolean => http.has(protocol);

/** Whether a port says that it carries requests, so that nobody has to find out. */
export const isRequestProtocol = (protocol: string): boolean =>
  protocol !== undetermined && seesRequests(protocol);

/** Names of all protocols, as a port's name begins with them. */
export const protocolNames: readonly string[] = Object.keys(byName);

/** Istio's protocols by the words that ports of its own objects have for them, in whatever case. */
const byWord: ReadonlyMap<string, string> = new Map(
  Object.values(byName).map((protocol) => [protocol.toLowerCase(), protocol]),
);

/** Protocol of a port of a Sidecar or a ServiceEntry; empty where it is none that istiod knows. */
export const sidecarProtocol = (word: string): string =>
  byWord.get(word.toLowerCase()) ?? undetermined;
