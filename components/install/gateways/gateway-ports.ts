import type { GatewayPort } from "./gateway-chart-args";

/** Ports of gateways by what Istio's samples use them for. */
export const GatewayPorts = {
  /** Health checks of load balancers. */
  Status: { name: "status-port", port: 15021, targetPort: 15021 },
  /** Plain HTTP, where a redirect to HTTPS may stand. */
  HTTP: { name: "http2", port: 80, targetPort: 80 },
  /** TLS that ends at the gateway or is passed on. */
  HTTPS: { name: "https", port: 443, targetPort: 443 },
  /** TCP of Istio's samples. */
  TCP: { name: "tcp", port: 31400, targetPort: 31400 },
  /** TLS that is routed by its server name. */
  TLS: { name: "tls", port: 15443, targetPort: 15443 },
} as const satisfies Record<string, GatewayPort>;

/** What the chart opens when nobody says anything. */
export const defaultGatewayPorts: readonly GatewayPort[] = [
  GatewayPorts.Status,
  GatewayPorts.HTTP,
  GatewayPorts.HTTPS,
];
