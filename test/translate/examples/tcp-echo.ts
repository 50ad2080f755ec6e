import { type Asked, connects, gateway, says, sidecar } from "../../support/asked";
import { hasCluster } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const host = "tcp-echo.tcp-echo.svc.cluster.local";

/** What the gateway of a namespace does with a connection to port 31400. */
const atGateway = (namespace: string, expected: string) =>
  connects(namespace, { port: 31400 }, expected);

export default {
  proxies: [
    sidecar("client", "tcp-echo"),
    gateway("tcp-echo-all-v1", "istio-ingress", { istio: "ingressgateway" }),
    gateway("tcp-echo-20-v2", "istio-shift", { istio: "ingressgateway-shift" }),
    gateway("tcp-echo-gateway-api-all-v1", "tcp-echo-gateway-api-all-v1", {
      "gateway.networking.k8s.io/gateway-name": "tcp-echo-gateway",
    }),
    gateway("tcp-echo-gateway-api-20-v2", "tcp-echo-gateway-api-20-v2", {
      "gateway.networking.k8s.io/gateway-name": "tcp-echo-gateway",
    }),
  ],
  asks: [
    says(
      "a client of tcp-echo knows the Service at both its ports",
      ({ configs: { client } }) =>
        [9000, 9001, 9002].filter((port) => hasCluster(client as ProxyConfig, host, port)),
      [9000, 9001],
    ),
    atGateway("tcp-echo-all-v1", "100 tcp-echo.tcp-echo-all-v1:9000 v1"),
    atGateway(
      "tcp-echo-20-v2",
      "80 tcp-echo.tcp-echo-20-v2:9000 v1, 20 tcp-echo.tcp-echo-20-v2:9000 v2",
    ),
    atGateway("tcp-echo-gateway-api-all-v1", "100 tcp-echo-v1.tcp-echo-gateway-api-all-v1:9000"),
    atGateway(
      "tcp-echo-gateway-api-20-v2",
      "80 tcp-echo-v1.tcp-echo-gateway-api-20-v2:9000, 20 tcp-echo-v2.tcp-echo-gateway-api-20-v2:9000",
    ),
  ],
} satisfies Asked;
