import type { Scenario } from "./scenario";

const note = (source: string, example: string, look: string, asked: string): Scenario => ({
  source: `notes ${source}`,
  example,
  look,
  asked,
});

/** What is to be seen of Pods and labels alone. */
const seen = (source: string, example: string, look: string): Scenario => ({
  source: `notes ${source}`,
  example,
  look,
  noRequest: "what is installed answers no request; kubectl shows it",
});

const coolstore = {
  edge: "GET catalog.istioinaction.io/items",
  inside: "GET catalog.istioinaction.svc.cluster.local/items",
};

/** The steps of the source notes that are no file of a sample, each by its number there. */
export default [
  note(
    "0.1 and 0.2, ambient mode and its two parts",
    "ambient-first-steps",
    "ztunnel on every node carries the connections, and the waypoint looks into requests",
    "sleep, by waypoint",
  ),
  note(
    "0.5, timeouts at a waypoint",
    "canary-ambient",
    "504 after two seconds: waypoints do have timeouts, retries and mirrors by now",
    "GET catalog.shop.svc.cluster.local/, by waypoint",
  ),
  note(
    "0.15, a sidecar for one Pod",
    "first-steps",
    "2/2 at the Pod test of the namespace default, by its label",
    "one Pod of another namespace",
  ),
  note(
    "1.2, the Coolstore in a namespace of the mesh",
    "coolstore",
    "2/2 at the Pods of istioinaction",
    "GET webapp.istioinaction.io/",
  ),
  seen(
    "1.3, the control plane is istiod",
    "first-steps",
    "`kubectl get deployments -n istio-system`: istiod, which everything else waits for",
  ),
  note(
    "1.4, proxies encrypt by certificates",
    "mutual-tls",
    "a Pod outside the mesh gets an answer at port 9090 alone",
    "plain text reaches port 9090 alone",
  ),
  note(
    "1.6, Grafana",
    "addons",
    "the command in the output portForward",
    "one request in ten is traced",
  ),
  note(
    "1.7, three retries of two seconds",
    "coolstore-gateway",
    "a failed request is tried three times more",
    "GET catalog.istioinaction.svc.cluster.local/",
  ),
  note(
    "1.8, subsets of catalog",
    "coolstore-routing",
    "the subsets version-v1 and version-v2 of the DestinationRules",
    "everybody's items, by split-90-10",
  ),
  note(
    "1.9, what Envoy can do",
    "traffic-policy",
    "connection pool, outlier detection and load balancing of one service",
    "with limits, outlier detection and one endpoint for each user",
  ),
  note("1.10, rate limiting", "rate-limit", "429 for who asks too often", "the proxy counts"),
  note(
    "1.11, shadowing",
    "coolstore-routing",
    "v2's log has requests for a host with -shadow, and no answer is of v2",
    "everybody's items, by catalog-mirror",
  ),
  note(
    "1.12, a proxy before httpbin, without a mesh",
    "standalone-envoy",
    "`curl http://proxy:15001/headers`",
    "Envoy sends everything to httpbin, with three retries within a second",
  ),
  note(
    "1.13, Gateway and VirtualService",
    "coolstore-gateway",
    "webapp at every host name of the ingress gateway",
    "GET anything.example.com/",
  ),
  note(
    "1.14, the Secret of a certificate",
    "coolstore-tls",
    "it lies in the namespace of the gateway's Pods, and nowhere else",
    "the gateway presents the certificate",
  ),
  note("1.15, HTTPS", "coolstore-tls-redirect", "301 to https at port 80", "over TLS"),
  note(
    "1.16, mutual TLS at the gateway",
    "coolstore-mtls",
    "a TLS alert for clients without a certificate",
    "the gateway insists on a certificate of its client",
  ),
  note(
    "1.17, which certificates the gateway has",
    "coolstore-tls",
    "`istioctl proxy-config secret` of the gateway, a few seconds after the Secret is there",
    "the gateway presents the certificate",
  ),
  note(
    "1.18, a certificate for each application",
    "coolstore-multi-tls",
    "a certificate for each host at one port",
    "the gateway has a certificate for each host",
  ),
  note(
    "1.19, TLS that is passed on",
    "coolstore-sni",
    "each server name's own certificate at port 31400",
    "a connection to simple-sni-1.istioinaction.io:31400",
  ),
  note(
    "1.20 and 1.22, deployed and not released",
    "coolstore-catalog-v1",
    "no answer has imageUrl, while v2 runs",
    coolstore.edge,
  ),
  note(
    "1.21, gateway, route and subset",
    "coolstore",
    "the VirtualService is made after the DestinationRules that it names",
    coolstore.edge,
  ),
  note(
    "1.23, the same inside the mesh",
    "coolstore",
    "one answer in ten has imageUrl, for webapp too",
    coolstore.inside,
  ),
  note(
    "1.24, by a header",
    "coolstore-cohort",
    "imageUrl for x-istio-cohort: internal alone",
    "a request of the cohort",
  ),
  note(
    "2.2, sidecars and ambient mode together",
    "mixed-modes",
    "a caller with a sidecar gets an answer of a Pod without one, and the other way round",
    "catalog, by clerk",
  ),
  seen(
    "2.3, the parts of ambient mode",
    "ambient-first-steps",
    "istiod, istio-cni-node, ztunnel, and a waypoint in bookinfo",
  ),
  seen(
    "2.9 and 4.4, what runs in istio-system",
    "ambient-first-steps",
    "as many istio-cni-node and ztunnel as nodes, all of them ready",
  ),
  note(
    "3.2, traces",
    "coolstore-tracing",
    "the spans of a request",
    "every request to webapp is traced",
  ),
  note(
    "3.2, logs and metrics",
    "coolstore-observability",
    "the log of the ingress gateway, and the tags of istio_requests_total",
    "webapp's proxy counts requests by the caller's version of Istio and its mesh",
  ),
  seen(
    "3.5, what is in istio-system",
    "first-steps",
    "`kubectl get pods,services -n istio-system`",
  ),
  note(
    "3.6 and 3.7, the add-ons and their pages",
    "addons",
    "the outputs urls and portForward",
    "one request in ten is traced",
  ),
  note(
    "3.9, Pods that were there before",
    "existing-istio",
    "2/2 at the Pods of catalog, which `restart` makes anew, a few at a time",
    "from inside",
  ),
  seen(
    "4.8, a namespace joins without a restart",
    "ambient-first-steps",
    "the annotation ambient.istio.io/redirection: enabled at the Pods of bookinfo",
  ),
  note(
    "4.13, Kiali",
    "addons",
    "the page of Kiali, once there were requests within the last minute",
    "one request in ten is traced",
  ),
] satisfies readonly Scenario[];
