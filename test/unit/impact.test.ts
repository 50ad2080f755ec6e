import assert from "node:assert/strict";
import { Mesh } from "../../analysis/mesh/mesh";
import { impact } from "../../analysis/requests/impact/impact";
import { bookinfo, edge, objectsIn } from "../support/impact-sets";

type Swap = readonly [text: string, by: string];

/** A set in which texts stand for others, each of which has to be there. */
function swapped(text: string, swaps: readonly Swap[]): string {
  return swaps.reduce((own, [from, to]) => {
    assert.ok(own.includes(from), `${from} is in the set`);
    return own.replace(from, to);
  }, text);
}

const meshOf = (text: string) => new Mesh(objectsIn(text));

const changesOf = (before: string, after: string) => {
  const { changes, notJudged } = impact(meshOf(before), meshOf(after));
  return {
    changes: changes.map(
      ({ danger, from, to, requests, effect }) =>
        `${danger}: ${from} → ${to}, ${requests}: ${effect}`,
    ),
    notJudged: notJudged.map(({ reason }) => reason),
  };
};

const policy = (kind: string, name: string, namespace: string, spec: string) =>
  `---\napiVersion: security.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n`;

const header =
  "  - match: [{headers: {end-user: {exact: jason}}}]\n    route: [{destination: {host: reviews, subset: v2}}]\n";
const cart = "    name: cart\n";
const denied = (policy: string) =>
  `denied (403): AuthorizationPolicy ${policy}.bookinfo does not allow it`;
const gatewayDenied = "AuthorizationPolicy ip.istio-system, rule 1";

const noServer =
  "now the connection is closed: no gateway of the set has a server at port 80 of istio-ingressgateway.istio-system";

/** A host outside, and routes for it at a port that its ServiceEntry does not have. */
const outside = `${edge}---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: outside, namespace: shop}
spec:
  hosts: [pay.example.net]
  ports: [{number: 443, name: tls, protocol: TLS}]
  resolution: NONE
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: shop}
spec:
  hosts: [pay.example.net]
  http: [{route: [{destination: {host: webapp, port: {number: 80}}}]}]
`;

/** Changes that requests notice, and how they are told. */
const told: readonly (readonly [
  name: string,
  set: string,
  swaps: readonly Swap[],
  more: string,
  ...changes: string[],
])[] = [
  [
    "weights",
    bookinfo,
    [
      ["weight: 80", "weight: 50"],
      ["weight: 20", "weight: 50"],
    ],
    "",
    "shifted: mesh → reviews.bookinfo:9080, any path but header end-user: jason: v1 80 → 50 %, v2 20 → 50 %",
  ],
  [
    "a version more",
    bookinfo,
    [
      ["weight: 80", "weight: 50"],
      [
        "subset: v2}, weight: 20}",
        "subset: v2}, weight: 40}\n    - {destination: {host: reviews, subset: v3}, weight: 10}",
      ],
    ],
    "",
    "shifted: mesh → reviews.bookinfo:9080, any path but header end-user: jason: v1 80 → 50 %, v2 20 → 40 %, v3 0 → 10 %",
  ],
  [
    "a route that is gone",
    bookinfo,
    [[header, ""]],
    "",
    "shifted: mesh → reviews.bookinfo:9080, header end-user: jason: v1 0 → 80 %, v2 100 → 20 %; timeout none → 2s",
  ],
  [
    "a route's other version",
    bookinfo,
    [
      [
        "route: [{destination: {host: reviews, subset: v2}}]",
        "route: [{destination: {host: reviews, subset: v3}}]",
      ],
    ],
    "",
    "rerouted: mesh → reviews.bookinfo:9080, header end-user: jason: was v2 100 %, now v3 100 %",
  ],
  [
    "a timeout",
    bookinfo,
    [["timeout: 2s", "timeout: 5s"]],
    "",
    "tuned: mesh → reviews.bookinfo:9080, any path but header end-user: jason: timeout 2s → 5s",
  ],
  [
    "a subset that is gone",
    bookinfo,
    [["  - {name: v2, labels: {version: v2}}\n", ""]],
    "",
    'outage: mesh → reviews.bookinfo:9080, any path but header end-user: jason: now 20 % 503: no DestinationRule gives reviews.bookinfo a subset "v2"; v2 20 → 0 %',
    'outage: mesh → reviews.bookinfo:9080, header end-user: jason: was reviews.bookinfo:9080, now 503: no DestinationRule gives reviews.bookinfo a subset "v2"',
  ],
  [
    "labels that nobody has",
    bookinfo,
    [["labels: {version: v2}}", "labels: {version: v9}}"]],
    "",
    'outage: mesh → reviews.bookinfo:9080, any path but header end-user: jason: now 20 % 503: nobody behind reviews.bookinfo:9080 has the labels of subset "v2"; v2 20 → 0 %',
    'outage: mesh → reviews.bookinfo:9080, header end-user: jason: was reviews.bookinfo:9080, now 503: nobody behind reviews.bookinfo:9080 has the labels of subset "v2"',
  ],
  [
    "a policy that allows nothing",
    bookinfo,
    [],
    policy("AuthorizationPolicy", "none", "bookinfo", "{selector: {matchLabels: {app: redis}}}"),
    "lockout: mesh, Pods outside the mesh → redis.bookinfo:6379, any connection: was redis.bookinfo:6379, now denied: AuthorizationPolicy none.bookinfo does not allow it",
  ],
  [
    "another principal",
    bookinfo,
    [["sa/reviews]", "sa/sleep]"]],
    "",
    `exposure: sleep.bookinfo → ratings.bookinfo:9081, method GET, path /ratings/*: was ${denied("ratings")}, now ratings.bookinfo:9081`,
    `lockout: reviews-v1.bookinfo, reviews-v2.bookinfo, reviews-v3.bookinfo → ratings.bookinfo:9081, method GET, path /ratings/*: was ratings.bookinfo:9081, now ${denied("ratings")}`,
  ],
  [
    "another method",
    bookinfo,
    [["methods: [GET]", "methods: [GET, POST]"]],
    "",
    `exposure: reviews-v1.bookinfo, reviews-v2.bookinfo, reviews-v3.bookinfo → ratings.bookinfo:9081, method POST, path /ratings/*: was ${denied("ratings")}, now ratings.bookinfo:9081`,
  ],
  [
    "fewer methods",
    bookinfo.replace("methods: [GET]", "methods: [GET, POST, PUT]"),
    [["methods: [GET, POST, PUT]", "methods: [GET, POST]"]],
    "",
    `lockout: reviews-v1.bookinfo, reviews-v2.bookinfo, reviews-v3.bookinfo → ratings.bookinfo:9081, method PUT, path /ratings/*: was ratings.bookinfo:9081, now ${denied("ratings")}`,
  ],
  [
    "methods that nobody names",
    bookinfo.replace("methods: [GET], ", ""),
    [["operation: {", "operation: {methods: [GET, POST], "]],
    "",
    `lockout: reviews-v1.bookinfo, reviews-v2.bookinfo, reviews-v3.bookinfo → ratings.bookinfo:9081, any method but GET, POST, path /ratings/*: was ratings.bookinfo:9081, now ${denied("ratings")}`,
  ],
  [
    "more paths",
    bookinfo,
    [['"/ratings/*"', '"/*"']],
    "",
    `exposure: reviews-v1.bookinfo, reviews-v2.bookinfo, reviews-v3.bookinfo → ratings.bookinfo:9081, any path but method GET, path /ratings/*; any method but GET, path /ratings/*; any method but GET, path /*: was ${denied("ratings")}, now ratings.bookinfo:9081`,
  ],
  [
    "STRICT",
    bookinfo,
    [],
    policy(
      "PeerAuthentication",
      "strict",
      "bookinfo",
      "{selector: {matchLabels: {app: redis}}, mtls: {mode: STRICT}}",
    ),
    "lockout: Pods outside the mesh → redis.bookinfo:6379, any connection: was redis.bookinfo:6379, now the TLS handshake is refused",
  ],
  [
    "plain text",
    bookinfo,
    [["  subsets:\n", "  trafficPolicy: {tls: {mode: DISABLE}}\n  subsets:\n"]],
    "",
    "tuned: mesh → reviews.bookinfo:9080, any path: TLS ISTIO_MUTUAL → DISABLE",
  ],
  [
    "another port of the Pods",
    bookinfo,
    [
      [
        "{name: tcp-redis, port: 6379, targetPort: 8080}",
        "{name: tcp-redis, port: 6379, targetPort: 8081}",
      ],
    ],
    "",
    "rerouted: mesh, Pods outside the mesh → redis.bookinfo:6379, any connection: port of the Pods 8080 → 8081",
  ],
  [
    "routes for a host that a ServiceEntry has at another port",
    outside,
    [["host: webapp, port: {number: 80}", "host: cart, port: {number: 8000}"]],
    "",
    "rerouted: mesh → pay.example.net:80, any path: was webapp.shop:80, now cart.shop:8000",
  ],
  [
    "routes for a host of nobody else at the usual port, beside a match of another one",
    outside.replace(
      "http: [{route",
      "http: [{match: [{port: 8000, uri: {prefix: /cart}}], route: [{destination: {host: cart, port: {number: 8000}}}]}, {route",
    ),
    [["host: webapp, port: {number: 80}", "host: cart, port: {number: 8000}"]],
    "",
    "rerouted: mesh → pay.example.net:80, any path: was webapp.shop:80, now cart.shop:8000",
  ],
  [
    "a pool",
    bookinfo,
    [
      [
        "  subsets:\n",
        "  trafficPolicy: {connectionPool: {tcp: {maxConnections: 5}}}\n  subsets:\n",
      ],
    ],
    "",
    'tuned: mesh → reviews.bookinfo:9080, any path: connections to reviews.bookinfo.svc.cluster.local:9080 none → {"connectionPool":{"tcp":{"maxConnections":5}}}',
  ],
  [
    "the last Pod",
    bookinfo,
    [["labels: {app: redis}", "labels: {app: valkey}"]],
    "",
    "outage: mesh, Pods outside the mesh → redis.bookinfo:6379, any connection: was redis.bookinfo:6379, now no Pods are behind redis.bookinfo:6379",
  ],
  [
    "the last Pods, to clients with a proxy and without",
    bookinfo,
    [["labels: {app: ratings, version: v1}}\n    spec", "labels: {app: none}}\n    spec"]],
    "",
    "outage: reviews-v1.bookinfo, reviews-v2.bookinfo, reviews-v3.bookinfo → ratings.bookinfo:9081, method GET, path /ratings/*: was ratings.bookinfo:9081, now 503: no Pods are behind ratings.bookinfo:9081",
    `rerouted: 4 workloads (ratings-v1.bookinfo, redis.bookinfo, sleep.bookinfo, cart.shop) → ratings.bookinfo:9081, any path: was ${denied("ratings")}, now 503: no Pods are behind ratings.bookinfo:9081`,
    `rerouted: reviews-v1.bookinfo, reviews-v2.bookinfo, reviews-v3.bookinfo → ratings.bookinfo:9081, any path but method GET, path /ratings/*: was ${denied("ratings")}, now 503: no Pods are behind ratings.bookinfo:9081`,
    `rerouted: Pods outside the mesh → ratings.bookinfo:9081, any path: was ${denied("ratings")}, now no Pods are behind ratings.bookinfo:9081`,
  ],
  [
    "a part that is refused where the rest fails",
    bookinfo,
    [["labels: {version: v1}}", "labels: {version: v9}}"]],
    policy("AuthorizationPolicy", "none", "bookinfo", "{selector: {matchLabels: {version: v2}}}"),
    `outage: mesh → reviews.bookinfo:9080, any path but header end-user: jason: was reviews.bookinfo:9080, now 503: nobody behind reviews.bookinfo:9080 has the labels of subset "v1"; 20 % ${denied("none")}`,
    `lockout: mesh → reviews.bookinfo:9080, header end-user: jason: was reviews.bookinfo:9080, now ${denied("none")}`,
    `lockout: Pods outside the mesh → reviews.bookinfo:9080, any path: now 33.33 % ${denied("none")}; v2 33.33 → 0 %`,
  ],
  [
    "one condition for two",
    bookinfo,
    [
      [
        '    to: [{operation: {methods: [GET], paths: ["/ratings/*"]}}]',
        '    to: [{operation: {methods: [GET]}}, {operation: {paths: ["/ratings/*"]}}]',
      ],
    ],
    "",
    `exposure: reviews-v1.bookinfo, reviews-v2.bookinfo, reviews-v3.bookinfo → ratings.bookinfo:9081, any path but method GET, path /ratings/*; any method but GET: was ${denied("ratings")}, now ratings.bookinfo:9081`,
  ],
  [
    "a prefix",
    edge,
    [["prefix: /cart", "prefix: /basket"]],
    "",
    "rerouted: outside → shop.example.com:80, path /cart…: was cart.shop:8000, now webapp.shop:80",
    "rerouted: outside → shop.example.com:80, path /basket…: was webapp.shop:80, now cart.shop:8000",
  ],
  [
    "a host that moves away",
    edge,
    [["hosts: [shop.example.com]\n  gateways", "hosts: [www.example.com]\n  gateways"]],
    "",
    "outage: outside → shop.example.com:80, any path but path /cart…: was webapp.shop:80, now 404",
    "outage: outside → shop.example.com:80, path /cart…: was cart.shop:8000, now 404",
  ],
  [
    "a server without the host",
    edge,
    [["hosts: [shop.example.com, old.example.com]", "hosts: [old.example.com]"]],
    "",
    "outage: outside → shop.example.com:80, any path but path /cart…: was webapp.shop:80, now 404",
    "outage: outside → shop.example.com:80, path /cart…: was cart.shop:8000, now 404",
  ],
  [
    "a host more",
    edge,
    [
      [
        "hosts: [shop.example.com]\n  gateways",
        "hosts: [shop.example.com, old.example.com]\n  gateways",
      ],
    ],
    "",
    "rerouted: outside → old.example.com:80, any path but path /cart…: was 404, now webapp.shop:80",
    "rerouted: outside → old.example.com:80, path /cart…: was 404, now cart.shop:8000",
  ],
  [
    "another port of the Pods behind a Gateway that names the one before",
    edge.replace("{number: 80, name: http", "{number: 8080, name: http"),
    [
      [
        "istio: ingressgateway}, ports: [{name: http, port: 80, targetPort: 8080",
        "istio: ingressgateway}, ports: [{name: http, port: 80, targetPort: 80",
      ],
    ],
    "",
    `outage: outside → shop.example.com:80, any path but path /cart…: was webapp.shop:80, ${noServer}`,
    `outage: outside → shop.example.com:80, path /cart…: was cart.shop:8000, ${noServer}`,
    `rerouted: mesh → istio-ingressgateway.istio-system:80, any path: was 404, ${noServer.replace("now", "now 503:")}`,
    `rerouted: Pods outside the mesh → istio-ingressgateway.istio-system:80, any path: was 404, ${noServer}`,
    `rerouted: outside → old.example.com:80, any path: was 404, ${noServer}`,
  ],
  [
    "a redirect to HTTPS",
    edge,
    [["protocol: HTTP}, hosts:", "protocol: HTTP}, tls: {httpsRedirect: true}, hosts:"]],
    "",
    "rerouted: outside → shop.example.com:80, any path but path /cart…: was webapp.shop:80, now 301 to https://shop.example.com/",
    "rerouted: outside → old.example.com:80, any path: was 404, now 301 to https://old.example.com/",
    "rerouted: outside → shop.example.com:80, path /cart…: was cart.shop:8000, now 301 to https://shop.example.com/cart",
  ],
  [
    "a port that the Service lacks",
    edge,
    [["port: {number: 8000}", "port: {number: 8001}"]],
    "",
    "outage: outside → shop.example.com:80, path /cart…: was cart.shop:8000, now 503: cart.shop has no port 8001",
  ],
  [
    "a backend more",
    edge,
    [
      [
        "backendRefs: [{name: webapp, port: 80}]",
        "backendRefs: [{name: webapp, port: 80, weight: 3}, {name: cart, port: 8000, weight: 1}]",
      ],
    ],
    "",
    "rerouted: outside → api.example.com:80, any path but path /cart…: was webapp.shop:80, now cart.shop:8000, webapp.shop:80",
  ],
  [
    "a backend that is not there",
    edge,
    [["backendRefs: [{name: cart, port: 8000}]", "backendRefs: [{name: karts, port: 8000}]"]],
    "",
    "outage: outside → api.example.com:80, path /cart…: was cart.shop:8000, now 500: there is no host karts.shop",
  ],
  [
    "a rewritten path",
    edge,
    [[cart, `${cart}    rewrite: {uri: /}\n`]],
    "",
    "tuned: outside → shop.example.com:80, path /cart…: path none → /",
  ],
  [
    "a mirror",
    edge,
    [[cart, `${cart}    mirror: {host: webapp}\n`]],
    "",
    "tuned: outside → shop.example.com:80, path /cart…: mirrored to nobody → webapp.shop:80 v1 100 %",
  ],
  [
    "an injected fault",
    edge,
    [[cart, `${cart}    fault: {abort: {httpStatus: 503, percentage: {value: 10}}}\n`]],
    "",
    "outage: outside → shop.example.com:80, path /cart…: fault none → 503 for 10 %",
  ],
  [
    "a fault for all",
    edge,
    [[cart, `${cart}    fault: {abort: {httpStatus: 503, percentage: {value: 100}}}\n`]],
    "",
    "outage: outside → shop.example.com:80, path /cart…: was cart.shop:8000, now 503",
  ],
];

/** Changes that no request notices. */
const cosmetic: readonly (readonly [
  name: string,
  set: string,
  swaps: readonly Swap[],
  more?: string,
])[] = [
  ["the name of a route", edge, [[cart, "    name: basket\n"]]],
  [
    "a full name for a short one",
    bookinfo,
    [["hosts: [reviews]", "hosts: [reviews.bookinfo.svc.cluster.local]"]],
  ],
  [
    "a full name of a rule's host",
    bookinfo,
    [["  host: reviews\n", "  host: reviews.bookinfo.svc.cluster.local\n"]],
  ],
  [
    "a full name of a destination",
    edge,
    [
      [
        "route: [{destination: {host: webapp}}]",
        "route: [{destination: {host: webapp.shop.svc.cluster.local}}]",
      ],
    ],
  ],
  [
    "an older version of the API",
    edge,
    [
      [
        "networking.istio.io/v1\nkind: VirtualService",
        "networking.istio.io/v1beta1\nkind: VirtualService",
      ],
    ],
  ],
  [
    "an older version of a policy's API",
    bookinfo,
    [["security.istio.io/v1\n", "security.istio.io/v1beta1\n"]],
  ],
  [
    "a subset with another name",
    bookinfo,
    [
      ["{name: v2, labels", "{name: second, labels"],
      ["subset: v2}}]", "subset: second}}]"],
      ["subset: v2}, weight", "subset: second}, weight"],
    ],
  ],
  ["a subset that nobody uses", bookinfo, [["  - {name: v3, labels: {version: v3}}\n", ""]]],
  [
    "a subset more",
    bookinfo,
    [["  - {name: v3,", "  - {name: v4, labels: {version: v4}}\n  - {name: v3,"]],
  ],
  [
    "the order of subsets",
    bookinfo,
    [
      [
        "  - {name: v1, labels: {version: v1}}\n  - {name: v2, labels: {version: v2}}\n",
        "  - {name: v2, labels: {version: v2}}\n  - {name: v1, labels: {version: v1}}\n",
      ],
    ],
  ],
  [
    "one version through two subsets",
    bookinfo,
    [
      ["  - {name: v3,", "  - {name: again, labels: {version: v1}}\n  - {name: v3,"],
      [
        "subset: v1}, weight: 80}",
        "subset: v1}, weight: 50}\n    - {destination: {host: reviews, subset: again}, weight: 30}",
      ],
    ],
  ],
  [
    "the order of destinations",
    bookinfo,
    [
      [
        "    - {destination: {host: reviews, subset: v1}, weight: 80}\n    - {destination: {host: reviews, subset: v2}, weight: 20}\n",
        "    - {destination: {host: reviews, subset: v2}, weight: 20}\n    - {destination: {host: reviews, subset: v1}, weight: 80}\n",
      ],
    ],
  ],
  [
    "the same share in other numbers",
    bookinfo,
    [
      ["weight: 80", "weight: 8"],
      ["weight: 20", "weight: 2"],
    ],
  ],
  [
    "a weight that is written out",
    bookinfo,
    [
      [
        "route: [{destination: {host: reviews, subset: v2}}]",
        "route: [{destination: {host: reviews, subset: v2}, weight: 100}]",
      ],
    ],
  ],
  [
    "a destination of no weight",
    bookinfo,
    [
      [
        "subset: v2}, weight: 20}",
        "subset: v2}, weight: 20}\n    - {destination: {host: reviews, subset: v3}, weight: 0}",
      ],
    ],
  ],
  ["a duration written otherwise", bookinfo, [["timeout: 2s", "timeout: 2000ms"]]],
  [
    "labels of an object",
    bookinfo,
    [
      [
        "kind: VirtualService\nmetadata: {name: reviews,",
        "kind: VirtualService\nmetadata: {labels: {team: a}, name: reviews,",
      ],
    ],
  ],
  [
    "an annotation",
    bookinfo,
    [
      [
        "kind: DestinationRule\nmetadata: {name: reviews,",
        "kind: DestinationRule\nmetadata: {annotations: {note: a}, name: reviews,",
      ],
    ],
  ],
  [
    "the name of a VirtualService",
    bookinfo,
    [
      [
        "kind: VirtualService\nmetadata: {name: reviews,",
        "kind: VirtualService\nmetadata: {name: canary,",
      ],
    ],
  ],
  [
    "the name of a rule",
    bookinfo,
    [
      [
        "kind: DestinationRule\nmetadata: {name: reviews,",
        "kind: DestinationRule\nmetadata: {name: versions,",
      ],
    ],
  ],
  [
    "the name of a policy",
    bookinfo,
    [
      [
        "kind: AuthorizationPolicy\nmetadata: {name: ratings,",
        "kind: AuthorizationPolicy\nmetadata: {name: who,",
      ],
    ],
  ],
  [
    "exports that are written out",
    bookinfo,
    [["  host: reviews\n", "  host: reviews\n  exportTo: ['*']\n"]],
  ],
  [
    "the gateway mesh written out",
    bookinfo,
    [["  hosts: [reviews]\n", "  hosts: [reviews]\n  gateways: [mesh]\n"]],
  ],
  [
    "an action that is written out",
    bookinfo,
    [
      [
        "  selector: {matchLabels: {app: ratings}}\n",
        "  selector: {matchLabels: {app: ratings}}\n  action: ALLOW\n",
      ],
    ],
  ],
  [
    "mutual TLS that is found out anyway",
    bookinfo,
    [["  subsets:\n", "  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}\n  subsets:\n"]],
  ],
  [
    "a 503 that is said",
    edge.replace("host: webapp}", "host: nobody}"),
    [["route: [{destination: {host: nobody}}]", "directResponse: {status: 503}"]],
  ],
  [
    "a port that is the only one",
    edge,
    [
      [
        "route: [{destination: {host: webapp}}]",
        "route: [{destination: {host: webapp, port: {number: 80}}}]",
      ],
    ],
  ],
  ["the name of a port with the same protocol", bookinfo, [["name: tcp-redis", "name: tcp-cache"]]],
  [
    "the name of a server's port",
    edge,
    [
      [
        "number: 80, name: http, protocol: HTTP}, hosts",
        "number: 80, name: web, protocol: HTTP}, hosts",
      ],
    ],
  ],
  [
    "the order of a server's hosts",
    edge,
    [["hosts: [shop.example.com, old.example.com]", "hosts: [old.example.com, shop.example.com]"]],
  ],
  [
    "any namespace before a server's host",
    edge,
    [
      [
        "hosts: [shop.example.com, old.example.com]",
        'hosts: ["*/shop.example.com", old.example.com]',
      ],
    ],
  ],
  [
    "backend weights that are written out",
    edge,
    [
      [
        "backendRefs: [{name: cart, port: 8000}]",
        "backendRefs: [{name: cart, port: 8000, weight: 1}]",
      ],
    ],
  ],
  [
    "the kind of a parent written out",
    edge,
    [
      [
        "parentRefs: [{name: api}]",
        "parentRefs: [{name: api, kind: Gateway, group: gateway.networking.k8s.io, namespace: shop}]",
      ],
    ],
  ],
  [
    "the order of an HTTPRoute's rules",
    edge,
    [
      [
        "  - matches: [{path: {type: PathPrefix, value: /cart}}]\n    backendRefs: [{name: cart, port: 8000}]\n  - backendRefs: [{name: webapp, port: 80}]\n",
        "  - backendRefs: [{name: webapp, port: 80}]\n  - matches: [{path: {type: PathPrefix, value: /cart}}]\n    backendRefs: [{name: cart, port: 8000}]\n",
      ],
    ],
  ],
  [
    "mutual TLS that is taken as before",
    bookinfo,
    [],
    policy("PeerAuthentication", "default", "bookinfo", "{mtls: {mode: PERMISSIVE}}"),
  ],
  [
    "a policy on trial",
    bookinfo,
    [],
    policy(
      "AuthorizationPolicy",
      "trial",
      "bookinfo",
      "{selector: {matchLabels: {app: redis}}, action: AUDIT, rules: [{}]}",
    ),
  ],
  [
    "a Secret",
    bookinfo,
    [],
    "---\napiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: bookinfo}\n",
  ],
];

describe("what a change does to requests", () => {
  for (const [name, set, swaps, more, ...changes] of told) {
    it(`tells ${name}`, () => {
      assert.deepEqual(changesOf(set, swapped(set, swaps) + more).changes, changes);
    });
  }

  for (const [name, set, swaps, more = ""] of cosmetic) {
    it(`is nothing for ${name}`, () => {
      const after = swapped(set, swaps) + more;
      assert.notEqual(after, set);
      assert.deepEqual(changesOf(set, after), { changes: [], notJudged: [] });
    });
  }

  it("tells an address that policies name, path by path", () => {
    const after =
      edge +
      policy(
        "AuthorizationPolicy",
        "ip",
        "istio-system",
        "{selector: {matchLabels: {istio: ingressgateway}}, action: DENY, rules: [{from: [{source: {remoteIpBlocks: [10.0.0.0/8]}}]}]}",
      );
    assert.deepEqual(
      changesOf(edge, after).changes.filter((one) => one.startsWith("lockout: outside")),
      [
        `lockout: outside → shop.example.com:80, address 10.0.0.0/8: was webapp.shop:80, now denied (403) by ${gatewayDenied}`,
        `lockout: outside → shop.example.com:80, path /cart…, address 10.0.0.0/8: was cart.shop:8000, now denied (403) by ${gatewayDenied}`,
      ],
    );
  });

  const allowing = (app: string, namespace: string, rule: string) =>
    policy(
      "AuthorizationPolicy",
      "narrow",
      namespace,
      `{selector: {matchLabels: {${app}}}, rules: [${rule}]}`,
    );

  const narrowed = (before: string, after: string) =>
    changesOf(before, after).changes.map((one) => one.slice(0, one.indexOf(": was")));

  it("tells what is narrowed in a list of claims, with a token that is taken", () => {
    const tokens = policy(
      "RequestAuthentication",
      "tokens",
      "bookinfo",
      "{jwtRules: [{issuer: id.example.com, jwksUri: https://id.example.com/keys}]}",
    );
    const groups = (values: string) =>
      `${bookinfo}${tokens}${allowing("app: reviews", "bookinfo", `{when: [{key: "request.auth.claims[groups]", values: [${values}]}]}`)}`;
    assert.deepEqual(narrowed(groups("staff, admin"), groups("staff")), [
      "lockout: mesh, Pods outside the mesh → reviews.bookinfo:9080, a token of id.example.com, claim groups: admin",
    ]);
  });

  it("tells what is narrowed in a block of addresses", () => {
    const block = (range: string) =>
      `${edge}${allowing("istio: ingressgateway", "istio-system", `{from: [{source: {remoteIpBlocks: [${range}]}}]}`)}`;
    assert.deepEqual(
      narrowed(block("10.0.0.0/8"), block("10.0.0.0/16")).filter((one) => one.includes("shop.e")),
      ["lockout: outside → shop.example.com:80, address 10.0.0.0/8"],
    );
  });

  it("takes what is no address for one that nobody has", () => {
    const blocks = (range: string) =>
      `${edge}${allowing("istio: ingressgateway", "istio-system", `{from: [{source: {remoteIpBlocks: ["${range}"]}}]}`)}`;
    for (const mistyped of ["office", "10.0.0/8", "10.0.0.0/x", "10.0.0.0/33", ""]) {
      assert.deepEqual(
        narrowed(blocks("10.0.0.0/8"), blocks(mistyped)).filter((one) => one.includes("shop.e")),
        [
          "lockout: outside → shop.example.com:80, address 10.0.0.0/8",
          "lockout: outside → shop.example.com:80, path /cart…, address 10.0.0.0/8",
        ],
        mistyped,
      );
    }
  });

  it("does not judge what hangs on a policy that its schema refuses", () => {
    const block = (range: string) =>
      `${edge}${allowing("istio: ingressgateway", "istio-system", `{from: [{source: {remoteIpBlocks: [${range}]}}]}`)}`;
    const { changes, notJudged } = changesOf(block("10.0.0.0/8"), block("10"));
    assert.deepEqual(changes, []);
    assert.ok(
      notJudged.includes("AuthorizationPolicy narrow.istio-system is refused by its schema"),
      notJudged.join("\n"),
    );
  });

  it("tells what an expression takes no more, and that it is asked by samples", () => {
    const paths = (regex: string) => swapped(edge, [["prefix: /cart", `regex: "/(${regex})/.*"`]]);
    assert.deepEqual(changesOf(paths("cart|basket|bag"), paths("cart|basket")), {
      changes: [
        "rerouted: outside → shop.example.com:80, path like /(cart|basket|bag)/.*: was cart.shop:8000, now webapp.shop:80",
      ],
      notJudged: [
        "VirtualService shop.shop: a regular expression differs; it is asked by samples of what it takes",
      ],
    });
  });

  it("tells a request that fits one condition, and not another that most requests fit", () => {
    const denying = (operation: string) =>
      bookinfo +
      policy(
        "AuthorizationPolicy",
        "narrow",
        "bookinfo",
        `{selector: {matchLabels: {app: reviews}}, action: DENY, rules: [{to: [{operation: {${operation}}}]}]}`,
      );
    assert.ok(
      narrowed(denying("paths: [/cart*]"), denying("methods: [GET, POST]")).includes(
        "exposure: mesh, Pods outside the mesh → reviews.bookinfo:9080, path /cart*, any method but GET, POST",
      ),
    );
  });

  it("tells a request that fits two routes, whose conditions are written otherwise", () => {
    const one = ["{uri: {prefix: /a}, headers: {end-user: {exact: jason}}}", "v2"];
    const other = ["{uri: {exact: /a/b}, headers: {end-user: {prefix: jas}}}", "v3"];
    const routes = (...order: string[][]) => {
      const texts = order.map(
        ([match, version]) =>
          `  - match: [${match}]\n    route: [{destination: {host: reviews, subset: ${version}}}]\n`,
      );
      return swapped(bookinfo, [[header, texts.join("")]]);
    };
    assert.deepEqual(narrowed(routes(one, other), routes(other, one)), [
      "rerouted: mesh → reviews.bookinfo:9080, path /a…, header end-user: jason, path /a/b, header end-user: jas…",
    ]);
  });

  it("asks by the host's own name, where a condition takes the beginning of a name", () => {
    const named = swapped(bookinfo, [
      [
        header,
        header.replace("{headers: {end-user: {exact: jason}}}", "{authority: {prefix: rev}}"),
      ],
    ]);
    const other = swapped(named, [["subset: v2}}]", "subset: v3}}]"]]);
    assert.deepEqual(changesOf(named, other).changes, [
      "rerouted: mesh → reviews.bookinfo:9080, any path but host any-rev: was v2 100 %, now v3 100 %",
    ]);
  });

  it("tells where a host outside is from now on, to those who ask the mesh", () => {
    const entry = (address: string) => `${edge}---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec:
  hosts: [pay.example.net]
  ports: [{number: 80, name: http, protocol: HTTP, targetPort: 8080}]
  resolution: STATIC
  endpoints: [{address: ${address}}, {address: 192.0.2.9, ports: {http: 81}}]
`;
    assert.deepEqual(changesOf(entry("192.0.2.1"), entry("192.0.2.2")), {
      changes: [
        "rerouted: mesh → pay.example.net:80, any path: addresses 192.0.2.1:8080, 192.0.2.9:81 → 192.0.2.2:8080, 192.0.2.9:81",
      ],
      notJudged: [],
    });
  });

  it("says that not all of tokens is modelled, where it differs", () => {
    const tokens = (more: string) =>
      edge +
      policy(
        "RequestAuthentication",
        "ids",
        "shop",
        `{jwtRules: [{issuer: id.example.com, jwksUri: https://id.example.com/keys${more}}]}`,
      );
    assert.deepEqual(changesOf(tokens(""), tokens(", fromHeaders: [{name: x-token}]")), {
      changes: [],
      notJudged: [
        "RequestAuthentication ids.shop: where tokens are read from, whose signatures are taken or what is handed on of them differs, which is not modelled",
      ],
    });
  });

  it("says that CORS is not modelled, where it differs", () => {
    const cors = swapped(edge, [
      ["    name: cart\n", "    name: cart\n    corsPolicy: {allowMethods: [GET]}\n"],
    ]);
    assert.deepEqual(changesOf(edge, cors), {
      changes: [],
      notJudged: [
        "VirtualService shop.shop: what browsers may do differs (CORS), which is not modelled",
      ],
    });
  });

  it("says of what nothing can be told", () => {
    const filter =
      "---\napiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: {name: lua, namespace: bookinfo}\nspec: {}\n";
    assert.deepEqual(changesOf(bookinfo, bookinfo + filter), {
      changes: [],
      notJudged: ["EnvoyFilter lua.bookinfo differs; what it does to requests is not modelled"],
    });
    const ingress = (own: string) =>
      `---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web, namespace: bookinfo}\nspec: {ingressClassName: ${own}}\n`;
    assert.deepEqual(changesOf(bookinfo, bookinfo + ingress("istio")).notJudged, [
      "Ingress web.bookinfo differs; what it does to requests is not modelled",
    ]);
    assert.deepEqual(changesOf(bookinfo, bookinfo + ingress("other")).notJudged, []);
  });

  it("names the methods that are meant, and not all but all the others", () => {
    const own = policy(
      "AuthorizationPolicy",
      "get",
      "bookinfo",
      "{selector: {matchLabels: {app: reviews}}, rules: [{to: [{operation: {methods: [GET]}}]}]}",
    );
    const alias =
      "---\napiVersion: v1\nkind: Service\nmetadata: {name: alias, namespace: bookinfo}\nspec: {selector: {app: reviews}, ports: [{name: tcp, port: 81, targetPort: 8080}]}\n";
    // The first Service of a port of Pods says whether their sidecars read requests there.
    const { changes } = changesOf(bookinfo + own + alias, bookinfo + own);
    const exposures = changes.filter((one) => one.startsWith("exposure: "));
    assert.deepEqual(
      exposures.map((one) => one.replace(/: was .*$/, "")),
      [
        "exposure: mesh → reviews.bookinfo:9080, method GET",
        "exposure: Pods outside the mesh → reviews.bookinfo:9080, method GET",
      ],
    );
  });

  it("tells calls that go past the sidecar on either side", () => {
    const strict = policy("PeerAuthentication", "default", "bookinfo", "{mtls: {mode: STRICT}}");
    const past = (labels: string, annotation: string): Swap => [
      `metadata: {labels: {${labels}}}`,
      `metadata: {labels: {${labels}}, annotations: {traffic.sidecar.istio.io/${annotation}}}`,
    ];
    const told = (swap: Swap) => {
      const { changes } = changesOf(bookinfo + strict, swapped(bookinfo, [swap]) + strict);
      return changes.filter((one) => one.includes(" reviews.bookinfo:9080"));
    };
    assert.deepEqual(told(past("app: sleep", 'excludeOutboundPorts: "9080"')), [
      "lockout: sleep.bookinfo → reviews.bookinfo:9080, any path: was reviews.bookinfo:9080, now the TLS handshake is refused",
    ]);
    assert.deepEqual(told(past("app: sleep", 'excludeOutboundPorts: "9081"')), []);
  });

  it("asks nothing where both sets are the same", () => {
    assert.equal(impact(meshOf(bookinfo), meshOf(bookinfo)).asked, 0);
  });
});
