import type { Difference, Scenario } from "./scenario";

const networking = (file: string, rest: Omit<Scenario, "source">): Scenario => ({
  source: `samples/bookinfo/networking/${file}.yaml`,
  ...rest,
});

/** A state of reviews in a namespace that is called after it. */
const reviews = (
  namespace: string,
  look: string,
  asked: string,
  differences?: readonly Difference[],
): Scenario =>
  networking(`virtual-service-${namespace}`, {
    example: "bookinfo-routing",
    namespace,
    look,
    asked: `${asked}, by ${namespace}`,
    ...(differences && { differences }),
  });

/** The same in the words of the Gateway API. */
const route = (namespace: string, look: string): Scenario => ({
  source: `samples/bookinfo/gateway-api/route-${namespace}.yaml`,
  example: "bookinfo-gateway-api",
  namespace,
  look,
  asked: `reviews, by ${namespace}`,
});

const platform = (file: string, rest: Omit<Scenario, "source">): Scenario => ({
  source: `samples/bookinfo/platform/kube/${file}.yaml`,
  ...rest,
});

const sameRequests =
  "other objects than those that route, and the same answers as in the rest of it";

const elements =
  "the same paths, in another order; a prefix is one of whole elements, /static but not /staticx, as the Gateway API has it";

/** What differs at a path of an object, with one reason for all of them. */
const differ = (object: string, reason: string, ...paths: string[]): Difference[] =>
  paths.map((path) => ({ object, path, reason }));

/** Rows that Istio's Bookinfo samples are for, and what readers find in their place. */
export default [
  networking("bookinfo-gateway", {
    example: "bookinfo",
    look: "the page at /productpage of the ingress gateway, and 404 for what it does not need",
    asked: "GET anything/productpage",
    differences: [
      {
        object: "Gateway bookinfo-gateway",
        path: "spec.servers[0].port.number",
        reason:
          "80: a server has the port of the gateway's Service; 8080 is that of its Pods, and nobody listens there when the chart installs it",
      },
      ...differ("VirtualService bookinfo", elements, "spec.http[0].match"),
    ],
  }),
  networking("virtual-service-all-v1", {
    example: "bookinfo-routing",
    namespace: "all-v1",
    look: "no stars at all, while every other version runs too",
    asked: "reviews, by all-v1",
  }),
  networking("destination-rule-all", {
    example: "bookinfo-routing",
    namespace: "all-v1",
    look: "`istioctl proxy-config cluster` of the page has a cluster for each version",
    asked: "all-v1 declares two versions of details",
  }),
  networking("destination-rule-all-mtls", {
    example: "bookinfo-routing",
    namespace: "all-mtls",
    look: "the same clusters, each with mutual TLS",
    asked: "clients of all-mtls know each version of ratings, and speak mutual TLS to it",
  }),
  networking("destination-rule-reviews", {
    example: "bookinfo-routing",
    namespace: "reviews-random",
    look: "the stars change with no order",
    asked: "clients of reviews-random draw a Pod for each request",
  }),
  reviews("reviews-90-10", "one page in ten has black stars", "everybody's reviews"),
  reviews("reviews-80-20", "one page in five has black stars", "everybody's reviews"),
  reviews("reviews-50-v3", "every other page has red stars", "everybody's reviews"),
  reviews(
    "reviews-v2-v3",
    "half of the pages have black stars, half red ones",
    "everybody's reviews",
  ),
  reviews("reviews-v3", "every page has red stars", "everybody's reviews"),
  reviews("reviews-test-v2", "only jason sees stars", "jason's reviews"),
  reviews("reviews-jason-v2-v3", "jason sees black stars, all others red ones", "jason's reviews"),
  networking("virtual-service-ratings-test-delay", {
    example: "bookinfo-faults",
    namespace: "ratings-test-delay",
    look: "jason's page has an error in place of the reviews, after six seconds",
    asked: "jason's ratings, by ratings-test-delay",
  }),
  networking("virtual-service-ratings-test-abort", {
    example: "bookinfo-faults",
    namespace: "ratings-test-abort",
    look: "jason's page says that ratings are not available, at once",
    asked: "jason's ratings, by ratings-test-abort",
  }),
  networking("fault-injection-details-v1", {
    example: "bookinfo-faults",
    namespace: "fault-details-v1",
    look: "no page knows the book's details",
    asked: "everybody's details",
    differences: [
      {
        object: "VirtualService details",
        path: "spec.http[1]",
        reason: "no request reaches a rule behind one without matches (IST0130)",
      },
    ],
  }),
  networking("virtual-service-details-v2", {
    example: "bookinfo-egress",
    look: "the page shows what Google knows of the book",
    asked: "details, by productpage",
  }),
  networking("egress-rule-google-apis", {
    example: "bookinfo-egress",
    look: "details calls port 80, and port 443 of the host gets TLS",
    asked: "books, by details-v2",
  }),
  networking("virtual-service-ratings-db", {
    example: "bookinfo-databases",
    namespace: "ratings-db",
    look: "a number changed in MongoDB changes the stars",
    asked: "ratings, by reviews of ratings-db",
  }),
  networking("virtual-service-ratings-mysql", {
    example: "bookinfo-databases",
    namespace: "ratings-mysql",
    look: "the same with MySQL",
    asked: "ratings, by reviews of ratings-mysql",
  }),
  networking("virtual-service-ratings-mysql-vm", {
    example: "bookinfo-databases",
    namespace: "ratings-mysql-vm",
    look: "the same with MySQL on a machine outside the cluster",
    asked: "ratings, by reviews of ratings-mysql-vm",
  }),
  networking("certmanager-gateway", {
    example: "bookinfo-certmanager",
    look: "cert-manager's answer at /.well-known/acme-challenge/",
    asked: "the challenge, by ingress",
    differences: [...differ("VirtualService cert-manager", elements, "spec.http[0].match")],
  }),
  {
    source: "samples/bookinfo/gateway-api/bookinfo-gateway.yaml",
    example: "bookinfo-gateway-api",
    namespace: "bookinfo",
    look: "the page at the gateway that istiod makes for the Gateway",
    asked: "GET anything/productpage",
    differences: [
      ...differ(
        "Gateway bookinfo-gateway",
        "left out: routes of the same namespace are what a listener allows by default",
        "spec.listeners[0].allowedRoutes",
      ),
      ...differ("HTTPRoute bookinfo", elements, "spec.rules[0].matches"),
    ],
  },
  {
    source: "samples/bookinfo/gateway-api/route-all-v1.yaml",
    example: "bookinfo-gateway-api",
    namespace: "all-v1",
    look: "no stars at all, while every other version of reviews runs too",
    asked: "reviews, by all-v1",
  },
  route("reviews-v1", "no stars at all"),
  route("reviews-v3", "every page has red stars"),
  route("reviews-50-v3", "every other page has red stars"),
  route("reviews-90-10", "one page in ten has black stars"),
  {
    source: "samples/bookinfo/policy/productpage_envoy_ratelimit.yaml",
    example: "bookinfo-rate-limit",
    look: "the second request to /productpage in a minute is answered with 429",
    asked: "the gateway asks the rate limit service, and refuses while it does not answer",
    differences: [
      ...differ(
        "EnvoyFilter filter-ratelimit",
        "one object is both the filter and what requests are counted by, called filter-ratelimit-global",
        "metadata.name",
      ),
      ...differ(
        "EnvoyFilter filter-ratelimit",
        "the service is asked through the cluster that istiod makes for it, so that none is added",
        "spec.configPatches[0].patch.value.typed_config.rate_limit_service",
        "spec.configPatches[1]",
      ),
      ...differ(
        "EnvoyFilter filter-ratelimit",
        "envoy.filters.http.ratelimit, by which Envoy's own tools know the filter",
        "spec.configPatches[0].patch.value.name",
      ),
      ...differ(
        "EnvoyFilter filter-ratelimit-svc",
        "the second patch of filter-ratelimit-global; it counts by the path without its query, which clients could vary to get round the limit",
        "",
      ),
    ],
  },
  {
    source: "samples/bookinfo/demo-profile-no-gateways.yaml",
    example: "bookinfo-demo",
    look: "istiod with the preset demo, and the only gateway is that of the page",
    asked: "GET anything/productpage",
  },
  platform("bookinfo", {
    example: "bookinfo-platform",
    namespace: "ingress",
    look: "four services, of which reviews runs in three versions",
    asked: "reviews, by ingress",
  }),
  platform("bookinfo-versions", {
    example: "bookinfo-gateway-api",
    namespace: "all-v1",
    look: "a Service for each version, which routes of the Gateway API split between",
    asked: "ratings, by all-v1",
  }),
  platform("bookinfo-psa", {
    example: "bookinfo-platform",
    namespace: "psa",
    look: "Pods start in a namespace that enforces the level restricted",
    asked: "no container of psa may get privileges",
    differences: [
      "details-v1",
      "ratings-v1",
      "reviews-v1",
      "reviews-v2",
      "reviews-v3",
      "productpage-v1",
    ].map((name) => ({
      object: `Deployment ${name}`,
      path: "spec.template.spec.containers[0].securityContext.capabilities.drop",
      reason: "ALL in capitals, as the level restricted compares it",
    })),
  }),
  ...["", "-details", "-ratings", "-ratings-discovery"].map((part) =>
    platform(`bookinfo${part}-dualstack`, {
      example: "bookinfo-platform",
      namespace: "dualstack",
      look: "Services with addresses of both families, the main one of details and ratings of IPv6",
      asked: "the main addresses of dualstack are of both families",
    }),
  ),
  ...["details", "ratings", "ratings-discovery", "reviews-v2"].map((part) =>
    platform(`bookinfo-${part}`, {
      example: "bookinfo-platform",
      namespace: "ingress",
      look: "one part of Bookinfo, beside the others",
      noRequest: sameRequests,
    }),
  ),
  platform("bookinfo-details-v2", {
    example: "bookinfo-egress",
    look: "a version of details that asks Google's book search in plain text",
    asked: "books, by details-v2",
  }),
  platform("bookinfo-ratings-v2", {
    example: "bookinfo-databases",
    namespace: "ratings-db",
    look: "ratings with an identity of its own and the address of MongoDB",
    asked: "ratings, by reviews of ratings-db",
  }),
  platform("bookinfo-db", {
    example: "bookinfo-databases",
    namespace: "ratings-db",
    look: "MongoDB at port 27017",
    asked: "ratings of ratings-db connects to mongodb.ratings-db:27017 at a Pod:27017",
  }),
  platform("bookinfo-ratings-v2-mysql", {
    example: "bookinfo-databases",
    namespace: "ratings-mysql",
    look: "the same image, told to ask MySQL",
    asked: "ratings, by reviews of ratings-mysql",
  }),
  platform("bookinfo-mysql", {
    example: "bookinfo-databases",
    namespace: "ratings-mysql",
    look: "MySQL at port 3306, with its password from a Secret",
    asked: "ratings of ratings-mysql connects to mysqldb.ratings-mysql:3306 at a Pod:3306",
  }),
  platform("bookinfo-ratings-v2-mysql-vm", {
    example: "bookinfo-databases",
    namespace: "ratings-mysql-vm",
    look: "the same image, told to ask a machine, which a WorkloadEntry of namespace vm stands for",
    asked: "ratings of ratings-mysql-vm connects to mysqldb.vm:3306 at 192.0.2.10:3306",
  }),
  platform("productpage-nodeport", {
    example: "bookinfo-platform",
    namespace: "nodeport",
    look: "the page at a port of every node",
    asked: "the page of nodeport is at a port of every node",
  }),
  platform("bookinfo-ingress", {
    example: "bookinfo-platform",
    namespace: "ingress",
    look: "the page at the ingress gateway, by an Ingress of Kubernetes",
    asked: "the Ingress is for Istio's gateway",
  }),
  platform("bookinfo-certificate", {
    example: "bookinfo-certmanager",
    look: "the certificate of bookinfo.example.com at the gateway",
    asked: "the page over TLS, by ingress",
    differences: [
      ...["ClusterIssuer letsencrypt-staging", "Certificate istio-ingressgateway-certs"].flatMap(
        (object) =>
          differ(object, "cert-manager.io/v1: cert-manager has left the old group", "apiVersion"),
      ),
      ...differ(
        "ClusterIssuer letsencrypt-staging",
        "how names are proved stands in solvers of the issuer, and no longer in the certificate",
        "spec.acme.http01",
      ),
      ...differ(
        "Certificate istio-ingressgateway-certs",
        "how names are proved stands in solvers of the issuer, and no longer in the certificate",
        "spec.acme",
      ),
      ...differ(
        "Certificate istio-ingressgateway-certs",
        "left out: clients read the names among dnsNames alone",
        "spec.commonName",
      ),
    ],
  }),
  {
    source: "notes 2.10 and 4.7: Bookinfo, sleep and notsleep",
    example: "bookinfo-ambient",
    look: "a client inside the mesh and one outside",
    asked: "the page from inside, by waypoint",
  },
  {
    source: "notes 2.11 and 2.12: three requests with one title",
    example: "bookinfo-ambient",
    look: "`<title>Simple Bookstore App</title>` from sleep at the gateway, from sleep and from notsleep",
    asked: "the page from outside, by ingress",
  },
  {
    source: "notes 2.13, 2.14 and 4.9: an ambient namespace, and what the ztunnels log",
    example: "bookinfo-ambient",
    look: "both identities and port 15008 in the log of the ztunnels",
    noRequest: "a ztunnel carries connections, and what it logs is seen in a cluster alone",
  },
  {
    source: "notes 4.10 to 4.12: a waypoint for the page",
    example: "bookinfo-ambient",
    look: "the column WAYPOINT of `istioctl ztunnel-config service`",
    asked: "the page from inside, by waypoint",
  },
  {
    source: "notes 0.11 and 3.4: the profile demo",
    example: "bookinfo-demo",
    look: "access logs of every sidecar, small requests for memory, all traces",
    asked: "GET details.bookinfo.svc.cluster.local/",
  },
] satisfies Scenario[];
