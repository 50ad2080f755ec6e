import { shares } from "../../testing";
import {
  askPages,
  callerIn,
  ingressGateway,
  type Page,
  refused,
  toWhom,
} from "../support/asked-pages";

const httpbin = (namespace: string, path = "/headers") => `http://httpbin.${namespace}:8000${path}`;

const issuer = "testing@secure.istio.io";
const tokenOf = (...groups: string[]) => ({
  kind: "valid" as const,
  claims: { iss: issuer, sub: issuer, ...(groups.length > 0 && { groups }) },
});

const registryOnly = { meshConfig: { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } } };

const notAllowed = (policy: string) =>
  `denied (403): AuthorizationPolicy ${policy} does not allow it`;

/** The answers that tasks of Istio's documentation print, asked of the programs that are them. */
const pages: readonly Page[] = [
  [
    "fault injection: jason waits for seven seconds, or is told of an error",
    "bookinfo-faults",
    (mesh) =>
      ["ratings-test-delay", "ratings-test-abort"].map((namespace) => {
        const headers = { "end-user": "jason" };
        const ratings = mesh.from("reviews-v2", namespace);
        return [
          ratings.get("http://ratings:9080/ratings/0", { headers }).fault,
          ratings.get("http://ratings:9080/ratings/0").fault,
        ];
      }),
    [
      [{ delay: { fixedDelay: "7s", percentage: 100 } }, undefined],
      [{ abort: { status: 500, percentage: 100 } }, undefined],
    ],
  ],
  [
    "request timeouts: half a second for reviews v2, and two more tries",
    "bookinfo-faults",
    (mesh) => {
      const page = mesh.from("productpage-v1", "request-timeouts");
      const { timeout, retries, ...answer } = page.get("http://reviews:9080/reviews/0");
      return [shares(answer), timeout, retries?.attempts];
    },
    [{ v2: 100 }, "0.5s", 2],
  ],
  [
    "mirroring: v1 answers, and v2 gets a copy",
    "task-traffic",
    (mesh) => {
      const answer = mesh.from("sleep", "mirroring").get(httpbin("mirroring"));
      return [shares(answer), answer.mirrors.map(({ version, share }) => [version, share])];
    },
    [{ v1: 100 }, [["v2", 100]]],
    { objects: [callerIn("mirroring")] },
  ],
  [
    "ingress gateways: two paths, and 404 for any other",
    "task-traffic",
    (mesh) =>
      ["/status/200", "/headers"].map((path) =>
        toWhom(mesh.outside().get(`http://httpbin.example.com${path}`)),
      ),
    [{ httpbin: 100 }, "404: no route takes it"],
  ],
  [
    "secure gateways: httpbin wants a certificate, helloworld does not",
    "task-traffic",
    (mesh) => {
      const teapot = "https://httpbin.example.com/status/418";
      const clientCertificate = { names: ["client.example.com"] };
      return [
        toWhom(mesh.outside().get(teapot)),
        toWhom(mesh.outside().get(teapot, { clientCertificate })),
        toWhom(mesh.outside().get("https://helloworld.example.com/hello")),
      ];
    },
    [refused, { httpbin: 100 }, { helloworld: 100 }],
  ],
  [
    "accessing external services: three seconds, by either name, and nobody who is not registered",
    "task-egress",
    (mesh) => {
      const caller = mesh.from("curl", "external-services");
      return [
        caller.get("http://httpbin.org/delay/5").timeout,
        toWhom(caller.get("http://my-httpbin/delay/5")),
        toWhom(caller.get("https://www.google.com/")),
        toWhom(caller.get("http://www.example.com/")),
      ];
    },
    [
      "3s",
      { "httpbin.org": 100 },
      { "www.google.com": 100 },
      "502: outboundTrafficPolicy REGISTRY_ONLY lets nobody out to whom it does not know",
    ],
    registryOnly,
  ],
  [
    "wildcard hosts and an HTTPS proxy: whoever has the name or the address",
    "task-egress",
    (mesh) => [
      toWhom(mesh.from("curl", "wildcard").get("https://de.wikipedia.org/")),
      toWhom(mesh.from("curl", "https-proxy").connect("tcp://192.0.2.80:3128")),
    ],
    [{ "*.wikipedia.org": 100 }, { "my-company-proxy.com": 100 }],
    registryOnly,
  ],
  [
    "a waypoint for egress: httpbin.org by way of it, which encrypts",
    "task-egress",
    (mesh) => {
      const answer = mesh.from("curl", "egress-waypoint").get("http://httpbin.org/get");
      return [toWhom(answer), answer.tls.map(({ hop, mode }) => `${hop} ${mode}`)];
    },
    [{ "httpbin.org": 100 }, ["→ egress HBONE", "egress → httpbin.org SIMPLE"]],
    registryOnly,
  ],
  [
    "authorization with JWT: 403 without a token, 401 with a wrong one, and a group",
    "task-security",
    (mesh) => {
      const asks = (namespace: string, token?: ReturnType<typeof tokenOf> | { kind: "invalid" }) =>
        toWhom(
          mesh
            .from("curl", namespace)
            .get(httpbin(namespace), token === undefined ? {} : { token }),
        );
      return [
        asks("jwt"),
        asks("jwt", { kind: "invalid" }),
        asks("jwt", tokenOf()),
        asks("jwt-groups", tokenOf()),
        asks("jwt-groups", tokenOf("group1")),
      ];
    },
    [
      notAllowed("require-jwt.jwt"),
      "denied (401)",
      { httpbin: 100 },
      notAllowed("require-jwt.jwt-groups"),
      { httpbin: 100 },
    ],
  ],
  [
    "dry run, and mutual TLS migration: everything passes, and nothing in plain text",
    "task-security",
    (mesh) => [
      toWhom(mesh.from("curl", "dry-run").get(httpbin("dry-run"))),
      toWhom(mesh.from("curl", "strict").get(httpbin("strict"))),
      toWhom(mesh.from("sleep", "legacy").get(httpbin("strict"))),
    ],
    [{ httpbin: 100 }, { httpbin: 100 }, refused],
    { objects: [callerIn("legacy")] },
  ],
  [
    "authorization for HTTP traffic: each service for who needs it, and reads alone",
    "task-authorization",
    (mesh) => {
      const page = mesh.from("productpage", "bookinfo");
      return [
        toWhom(mesh.from("curl", "foo").get("http://productpage.bookinfo:9080/productpage")),
        toWhom(mesh.from("curl", "foo").post("http://productpage.bookinfo:9080/login")),
        toWhom(page.get("http://details:9080/details/0")),
        toWhom(page.get("http://ratings:9080/ratings/0")),
        toWhom(mesh.from("reviews-v2", "bookinfo").get("http://ratings:9080/ratings/0")),
      ];
    },
    [
      { productpage: 100 },
      notAllowed("allow-nothing.bookinfo"),
      { details: 100 },
      notAllowed("allow-nothing.bookinfo"),
      { ratings: 100 },
    ],
  ],
  [
    "explicit deny: a refusal wins, and of the rest one path alone",
    "task-authorization",
    (mesh) => {
      const caller = mesh.from("curl", "foo");
      const headers = { "x-token": "admin" };
      return [
        toWhom(caller.get(httpbin("foo", "/ip"))),
        toWhom(caller.get(httpbin("foo", "/ip"), { headers })),
        toWhom(caller.get(httpbin("foo"), { headers })),
      ];
    },
    [
      "denied (403) by AuthorizationPolicy deny-method-get.foo, rule 1",
      { httpbin: 100 },
      notAllowed("allow-path-ip.foo"),
    ],
  ],
  [
    "ingress access control: clients of two blocks of addresses",
    "task-authorization",
    (mesh) =>
      ["192.0.2.4", "198.51.100.77", "192.0.2.5"].map((ip) =>
        toWhom(
          mesh
            .outside({ ip })
            .get("http://httpbin.example.com/ip", { headers: { "x-token": "admin" } }),
        ),
      ),
    [{ httpbin: 100 }, { httpbin: 100 }, notAllowed("ingress-policy.istio-system")],
    { objects: [ingressGateway] },
  ],
  [
    "trust domain migration: curl of curl-allow, though the policy names its old identity",
    "task-authorization",
    (mesh) =>
      ["curl-allow", "trust-domain"].map((namespace) =>
        toWhom(mesh.from("curl", namespace).get(httpbin("trust-domain", "/ip"))),
      ),
    [{ httpbin: 100 }, notAllowed("service-httpbin.trust-domain")],
    {
      meshConfig: { trustDomain: "new-td", trustDomainAliases: ["old-td"] },
      objects: [callerIn("curl-allow", "curl")],
    },
  ],
  [
    "ambient: ztunnel stops who comes past the waypoint, and the waypoint whoever does not read",
    "ambient-first-steps",
    (mesh) => {
      const sleep = mesh.from("sleep", "bookinfo");
      return [
        toWhom(sleep.get("http://productpage:9080/")),
        toWhom(sleep.request("DELETE", "http://productpage:9080/")),
        toWhom(mesh.from("notsleep", "outside").get("http://productpage.bookinfo:9080/")),
        shares(mesh.from("productpage-v1", "bookinfo").get("http://reviews:9080/reviews/0")),
      ];
    },
    [
      { productpage: 100 },
      notAllowed("productpage-waypoint.bookinfo"),
      "denied: AuthorizationPolicy productpage-ztunnel.bookinfo does not allow it",
      { v1: 90, v2: 10 },
    ],
  ],
];

describe("what tasks of Istio's documentation print", function () {
  this.timeout(60_000);
  askPages(pages);
});
