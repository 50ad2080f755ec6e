import { type Asked, gateway, gets, ingress, says, sidecar } from "../../support/asked";
import { tlsSecret } from "../../support/asked-objects";
import { cluster } from "../../support/envoy";
import { service } from "../../support/objects";
import type { ProxyConfig } from "../../support/translate";

const host = (name: string, namespace: string) => `${name}.${namespace}.svc.cluster.local`;
const balancing = (config: ProxyConfig | undefined, namespace: string) => {
  const { lbPolicy, outlierDetection } = cluster(
    config as ProxyConfig,
    host("helloworld", namespace),
    5000,
  );
  return [
    lbPolicy ?? "ROUND_ROBIN",
    outlierDetection.consecutive5xx,
    outlierDetection.baseEjectionTime,
  ];
};

export default {
  proxies: [
    sidecar("client", "mirroring"),
    gateway("egress", "istio-egress", { istio: "egressgateway" }),
    ingress,
  ],
  objects: [
    {
      ...service("istio-egressgateway", "istio-egress"),
      spec: {
        selector: { istio: "egressgateway" },
        ports: [
          { name: "http2", port: 80, targetPort: 80, protocol: "TCP" },
          { name: "https", port: 443, targetPort: 443, protocol: "TCP" },
        ],
      },
    },
    tlsSecret("httpbin-credential", "istio-ingress", "httpbin.example.com"),
    tlsSecret("helloworld-credential", "istio-ingress", "helloworld.example.com"),
  ],
  asks: [
    gets(
      "client",
      { host: host("httpbin", "mirroring"), port: 8000, path: "/headers" },
      "100 httpbin.mirroring:8000 v1; copies 100 httpbin.mirroring:8000 v2; 2 retries",
      "mirroring",
    ),
    says(
      "helloworld's next region takes over after one error",
      ({ configs: { client } }) => balancing(client, "locality"),
      ["ROUND_ROBIN", 1, "60s"],
    ),
    says(
      "helloworld's zones get their shares until there are a hundred errors",
      ({ configs: { client } }) => balancing(client, "locality-weights"),
      ["LEAST_REQUEST", 100, "60s"],
    ),
    gets(
      "client",
      { host: "edition.cnn.com" },
      "100 istio-egressgateway.istio-egress:80 cnn; 2 retries",
      "out of the mesh",
    ),
    gets("egress", { host: "edition.cnn.com" }, "100 edition.cnn.com:80; 2 retries", "at the end"),
    gets(
      "ingress",
      { host: "httpbin.example.com", path: "/status/200" },
      "100 httpbin.ingress:8000; 2 retries",
      "/status",
    ),
    gets("ingress", { host: "httpbin.example.com", path: "/headers" }, "404", "/headers"),
    gets(
      "ingress",
      { host: "httpbin.example.com", port: 443, path: "/status/418" },
      "100 httpbin.secure-ingress:8000; 2 retries",
      "httpbin",
    ),
    gets(
      "ingress",
      { host: "helloworld.example.com", port: 443, path: "/hello" },
      "100 helloworld.secure-ingress:5000; 2 retries",
      "helloworld",
    ),
  ],
} satisfies Asked;
