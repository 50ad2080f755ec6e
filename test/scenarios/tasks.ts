import type { Scenario } from "./scenario";

const traffic = (task: string, namespace: string, look: string, asked: string): Scenario => ({
  source: `docs, ${task}`,
  example: "task-traffic",
  namespace,
  look,
  asked,
});

const security = (task: string, namespace: string, look: string, asked: string): Scenario => ({
  source: `docs, ${task}`,
  example: "task-security",
  namespace,
  look,
  asked,
});

const egress = (task: string, namespace: string, look: string, asked: string): Scenario => ({
  source: `docs, ${task}`,
  example: "task-egress",
  namespace,
  look,
  asked,
});

const authorization = (task: string, namespace: string, look: string, asked: string): Scenario => ({
  source: `docs, ${task}`,
  example: "task-authorization",
  namespace,
  look,
  asked,
});

/** A task that a program shows which is there for something else too. */
const shownBy = (
  task: string,
  example: string,
  look: string,
  asked: string,
  namespace?: string,
): Scenario => ({
  source: `docs, ${task}`,
  example,
  ...(namespace !== undefined && { namespace }),
  look,
  asked,
});

const ambient = (source: string, look: string, asked: string): Scenario => ({
  source,
  example: "ambient-first-steps",
  look,
  asked,
});

const sidecars = (source: string, look: string): Scenario => ({
  source,
  example: "first-steps",
  look,
  asked: "nginx, by ingress",
});

const noFlow = "what is installed answers no request; `kubectl get pods -n istio-system` shows it";

/** Tasks of Istio's documentation, and what the source notes install and label. */
export default [
  shownBy(
    "request routing",
    "bookinfo-routing",
    "no stars for anybody but jason",
    "jason's reviews, by reviews-test-v2",
    "reviews-test-v2",
  ),
  shownBy(
    "fault injection",
    "bookinfo-faults",
    "jason's page has an error in place of the reviews, after six seconds",
    "jason's ratings, by ratings-test-delay",
    "ratings-test-delay",
  ),
  shownBy(
    "traffic shifting",
    "bookinfo-routing",
    "every other page has red stars",
    "everybody's reviews, by reviews-50-v3",
    "reviews-50-v3",
  ),
  shownBy(
    "TCP traffic shifting",
    "tcp-echo",
    "one of five answers at port 31400 begins with `two`",
    "a connection to :31400, by tcp-echo-20-v2",
    "tcp-echo-20-v2",
  ),
  shownBy(
    "request timeouts",
    "bookinfo-faults",
    "the page says after a second, two tries of half a second, that it has no reviews",
    "reviews, by request-timeouts",
    "request-timeouts",
  ),
  traffic(
    "ingress gateways",
    "ingress",
    "404 for all paths of httpbin.example.com but /status and /delay",
    "/status, by ingress",
  ),
  shownBy(
    "ingress gateway without TLS termination",
    "tls-passthrough",
    "the certificate of the service that the server name chooses",
    "a connection to keys.example.com:15443",
  ),
  shownBy(
    "Kubernetes Ingress",
    "bookinfo-platform",
    "the page at the ingress gateway, by an Ingress of Kubernetes",
    "the Ingress is for Istio's gateway",
    "ingress",
  ),
  shownBy(
    "Kubernetes Gateway API",
    "gateway-api-edge",
    "the Deployment and Service `shop-istio` that istiod makes",
    "the gateway presents the certificate",
  ),
  egress(
    "accessing external services",
    "external-services",
    "504 for http://httpbin.org/delay/5, after three seconds",
    "GET httpbin.org/delay/5, by external-services",
  ),
  egress(
    "egress using wildcard hosts",
    "wildcard",
    "https://de.wikipedia.org is answered, and https://www.example.org is not",
    "a connection to de.wikipedia.org:443, by wildcard",
  ),
  egress(
    "Kubernetes Services for egress traffic",
    "external-services",
    "http://my-httpbin is answered by httpbin.org",
    "GET my-httpbin.external-services.svc.cluster.local/, by external-services",
  ),
  egress(
    "using an external HTTPS proxy",
    "https-proxy",
    "`HTTPS_PROXY=http://192.0.2.80:3128 curl https://en.wikipedia.org`",
    "a connection to :3128, by https-proxy",
  ),
  egress(
    "ambient, a waypoint for egress",
    "egress-waypoint",
    "`istioctl ztunnel-config service`: httpbin.org has the waypoint egress",
    "the waypoint encrypts what was plain",
  ),
  shownBy(
    "ambient, a waypoint of another namespace",
    "waypoint",
    "the label istio.io/use-waypoint-namespace of billing",
    "GET pay.billing.svc.cluster.local/, by common",
  ),
  shownBy(
    "ambient and sidecars in one mesh",
    "mixed-modes",
    "a caller with a sidecar gets an answer of a Pod without one, and the other way round",
    "catalog, by clerk",
  ),
  shownBy(
    "egress gateways with TLS origination",
    "egress-route",
    "http://api.example.com in the log of the gateway, which encrypts it",
    "GET api.example.com/, by egress",
  ),
  authorization(
    "authorization for HTTP traffic",
    "bookinfo",
    "403 for a sign-in, and for ratings that the page asks for itself",
    "ratings for reviews, by ratings",
  ),
  authorization(
    "authorization, explicit deny",
    "foo",
    "403 for a GET without `x-token: admin`",
    "a read of an administrator, by foo",
  ),
  authorization(
    "authorization, ingress access control",
    "istio-system",
    "403 at the gateway for all but two blocks of addresses",
    "the gateway lets in two blocks of addresses",
  ),
  authorization(
    "authorization, trust domain migration",
    "trust-domain",
    "200 for curl of curl-allow, in whichever trust domain it is",
    "curl of new-td, by trust-domain",
  ),
  shownBy(
    "plug in CA certificates",
    "mesh-ca",
    "the issuer of a workload's certificate is the CA of the Secret cacerts",
    "the CA is where istiod looks for it",
  ),
  shownBy(
    "rate limits",
    "rate-limit-service",
    "the header x-ratelimit-limit, and 429 for the eleventh request for /productpage in a minute",
    "the page's proxy lets a hundred requests a minute pass, ten of them for the page",
    "bookinfo",
  ),
  shownBy(
    "customizing metrics",
    "coolstore-observability",
    "upstream_proxy_version among the tags of istio_requests_total",
    "webapp's proxy counts requests by the caller's version of Istio and its mesh",
  ),
  shownBy(
    "access logs and OpenTelemetry",
    "open-telemetry",
    "lines of proxies at the collector, by pod and namespace",
    "lines go to the collector of the logs",
    "logging",
  ),
  shownBy(
    "tracing, sampling and tags",
    "mesh-telemetry",
    "every second trace, with the tenant in it",
    "half of the requests are traced, with the tenant",
  ),
  shownBy(
    "WebAssembly modules",
    "coolstore-extensions",
    "the header that the module adds to httpbin's answers",
    "httpbin's proxy runs both plug-ins",
  ),
  shownBy(
    "virtual machines",
    "coolstore-vm",
    "`kubectl -n forum-services get workloadentries` once the machine is up",
    "webapp's proxy calls the machine",
  ),
  shownBy(
    "multi-primary on different networks",
    "coolstore-two-clusters",
    "`istioctl remote-clusters`",
    "a connection to outbound_.80_._.simple-backend.istioinaction.svc.cluster.local:15443",
  ),
  shownBy(
    "canary upgrades, with stable revision labels",
    "ambient-argo-platform",
    "`istioctl tag list`, and two istiods",
    "the channel rapid is istiod-green",
  ),
  shownBy(
    "Sidecar scoping",
    "sidecar-scope",
    "`istioctl proxy-config cluster` of a Pod, which is short",
    "GET catalog.shop.svc.cluster.local/",
  ),
  traffic(
    "mirroring",
    "mirroring",
    "httpbin-v2 logs what v1 answers, with `-shadow` behind the host",
    "mirroring, by client",
  ),
  traffic(
    "locality failover",
    "locality",
    "failover from region1 to region2 after one error",
    "helloworld's next region takes over after one error",
  ),
  traffic(
    "locality weighted distribution",
    "locality-weights",
    "70, 20 and 10 percent for three zones",
    "helloworld's zones get their shares until there are a hundred errors",
  ),
  traffic(
    "egress gateways",
    "istio-egress",
    "the gateway's log has the request for edition.cnn.com",
    "out of the mesh, by client",
  ),
  traffic(
    "secure gateways, several hosts",
    "secure-ingress",
    "each host shows its own certificate at port 443",
    "helloworld, by ingress",
  ),
  traffic(
    "secure gateways, mutual TLS",
    "secure-ingress",
    "httpbin.example.com without a certificate of the client is no connection",
    "httpbin, by ingress",
  ),
  security(
    "egress TLS origination",
    "tls-origination",
    "http://edition.cnn.com is answered with 200 and no redirect",
    "plain, by originator",
  ),
  security(
    "authorization with JWT",
    "jwt",
    "403 without a token, 401 with a wrong one",
    "a request without a token, by jwt",
  ),
  security(
    "authorization with JWT, by group",
    "jwt-groups",
    "the claim groups has to hold group1",
    "a token of the group, by jwt-groups",
  ),
  security(
    "authorization dry run",
    "dry-run",
    "`shadow denied` in the proxy's log, and the answer 200",
    "the proxy only notes what the trial would refuse",
  ),
  security(
    "authorization for TCP",
    "tcp",
    "ports 9000 and 9001 answer, 9002 does not",
    "connections to 9000 and 9001 pass",
  ),
  security(
    "mutual TLS migration",
    "strict",
    "a client without a sidecar gets no answer",
    "without mutual TLS nothing passes where it is strict",
  ),
  ambient(
    "docs, ambient layer 4 policy",
    "AuthorizationPolicy productpage-ztunnel",
    "sleep, by waypoint",
  ),
  ambient(
    "docs, ambient layer 7 policy",
    "a DELETE of sleep is answered with 403 by the waypoint",
    "sleep, by waypoint",
  ),
  ambient("docs, ambient traffic", "one of ten pages has black stars", "reviews, by waypoint"),
  ambient(
    "docs, waypoint canary",
    "a tenth of the connections to ratings-next pass waypoint-next",
    "reviews, by waypoint",
  ),
  ambient(
    "notes 0.3, what a waypoint does",
    "`kubectl get pods -n bookinfo`: waypoint has a Pod of its own",
    "reviews, by waypoint",
  ),
  ambient(
    "notes 0.4, a waypoint for a namespace",
    "the label istio.io/use-waypoint of the namespace",
    "reviews, by waypoint",
  ),
  ambient(
    "notes 0.6, ambient with a label alone",
    "the label istio.io/dataplane-mode of the namespace",
    "sleep, by waypoint",
  ),
  ambient(
    "notes 2.10, Bookinfo with sleep and notsleep",
    "three curls, each with the title of the page",
    "sleep, by waypoint",
  ),
  ambient(
    "notes 2.11, the page at a gateway",
    "`curl http://<gateway>/productpage`",
    "the page, by gateway",
  ),
  ambient(
    "notes 2.13, the label of a namespace",
    "`kubectl get namespace bookinfo --show-labels`",
    "sleep, by waypoint",
  ),
  ambient(
    "notes 4.10, a waypoint by the current API",
    "class istio-waypoint with the listener mesh, 15008, HBONE",
    "sleep, by waypoint",
  ),
  sidecars("notes 0.8, the version is one", "the output version, and `istioctl version`"),
  sidecars(
    "notes 0.11, istioctl install --set profile=demo",
    "istiod with the settings of demo, and both gateways in istio-system",
  ),
  sidecars("notes 0.13, the label of a namespace", "`kubectl get namespace --show-labels`"),
  sidecars("notes 0.14, two containers", "2/2 at the Pods of nginx"),
  sidecars("notes 0.16, everything away", "`pulumi destroy` leaves no webhook and no definition"),
  sidecars(
    "notes 1.5, the address of the gateway",
    "the output address, and the page of nginx there",
  ),
  sidecars("notes 3.4, profiles", "`preset` of the ControlPlane"),
  sidecars("notes 3.8, the namespace ucontas-app", "its label istio-injection"),
  sidecars(
    "notes 4.6, an installation without ambient",
    "istiod, ingress and egress, and no ztunnel",
  ),
  {
    source: "notes 2.8, ambient is installed",
    example: "ambient-first-steps",
    namespace: "istio-system",
    look: "istiod, istio-cni-node and ztunnel, and no gateway",
    noRequest: noFlow,
  },
  {
    source: "notes 4.5, who carries the traffic",
    example: "ambient-first-steps",
    namespace: "istio-system",
    look: "ztunnel is the proxy; istio-cni-node leads the traffic to it",
    noRequest: noFlow,
  },
] satisfies readonly Scenario[];
