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
