import { type Asked, gets, objectOf, says, sidecar, type World } from "../../support/asked";
import { takesPlainText } from "../../support/asked-objects";
import type { KubernetesObject } from "../../support/objects";
import type { ProxyConfig } from "../../support/translate";

interface Pod {
  metadata: { annotations: Record<string, string> };
}

const podOf = (world: World, deployment: string): Pod =>
  (objectOf(world, "Deployment", deployment).spec as { template: Pod }).template;

/** What a Pod's proxy is told at its start. */
const proxyMetadata = (world: World, deployment: string): Record<string, string> =>
  JSON.parse(podOf(world, deployment).metadata.annotations["proxy.istio.io/config"] ?? "{}")
    .proxyMetadata;

/** Files of the certificate that Prometheus shows to proxies. */
function shownCertificate(world: World): unknown {
  const { data } = world.objects.find(
    ({ kind, metadata }) => kind === "ConfigMap" && metadata?.name === "prometheus",
  ) as KubernetesObject & { data: Record<string, string> };
  const { scrape_configs } = JSON.parse(data["prometheus.yml"] ?? "{}");
  return scrape_configs.find(
    ({ job_name }: { job_name: string }) => job_name === "istio-secure-merged-metrics",
  ).tls_config.cert_file;
}

export default {
  proxies: [
    sidecar("httpbin", "shop", { app: "httpbin", version: "v1" }),
    sidecar("prometheus", "istio-system", { "app.kubernetes.io/name": "prometheus" }),
  ],
  asks: [
    says(
      "Prometheus shows the certificate that its proxy leaves in a file",
      (world) => [shownCertificate(world), proxyMetadata(world, "prometheus").OUTPUT_CERTS],
      ["/etc/istio-certs/cert-chain.pem", "/etc/istio-certs"],
    ),
    says(
      "httpbin's metrics are at a port that the usual listener is not before",
      (world) => [
        proxyMetadata(world, "httpbin").ENVOY_SECURE_MERGED_METRICS_PORT,
        podOf(world, "httpbin").metadata.annotations[
          "traffic.sidecar.istio.io/excludeInboundPorts"
        ],
      ],
      ["15092", "15092"],
    ),
    says(
      "httpbin itself takes no plain text",
      ({ configs: { httpbin } }) => takesPlainText(httpbin as ProxyConfig, 8080),
      false,
    ),
    gets(
      "prometheus",
      { host: "httpbin.shop.svc.cluster.local", port: 8000 },
      "100 httpbin.shop:8000; 2 retries",
      "httpbin",
    ),
  ],
} satisfies Asked;
