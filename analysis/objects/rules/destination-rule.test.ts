import assert from "node:assert/strict";
import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { destinationRuleRules } from "./destination-rule";

const judged = { rules: destinationRuleRules, kind: "DestinationRule" };
const at = "spec.trafficPolicy";
const rule = (more: object) => ({ host: "a", ...more });
const policy = (trafficPolicy: unknown) => rule({ trafficPolicy });
const tls = (settings: object) => policy({ tls: settings });
const pool = (connectionPool: object) => policy({ connectionPool });
const outlier = (outlierDetection: object) => policy({ outlierDetection });
const selector = { matchLabels: { a: "b" } };

const hosts: RuleCase[] = [
  ["a wildcard", { host: "*.a" }],
  ["everything", { host: "*" }],
  ["no host name", { host: "a_b" }, ["error spec.host"]],
  ["an address", { host: "1.2.3.4" }, ["error spec.host"]],
  ["a host not known yet", { host: unknown }],
];

const subsets: RuleCase[] = [
  ["two subsets", rule({ subsets: [{ name: "v1", labels: { version: "v1" } }, { name: "v2" }] })],
  [
    "the same name twice",
    rule({ subsets: [{ name: "v1" }, { name: "v1" }] }),
    ["error spec.subsets[1].name"],
  ],
  ["two names not known yet", rule({ subsets: [{ name: unknown }, { name: unknown }] })],
  ["a dot in a name", rule({ subsets: [{ name: "v.1" }] }), ["error spec.subsets[0].name"]],
  ["an empty name", rule({ subsets: [{ name: "" }] }), ["error spec.subsets[0].name"]],
  [
    "a wrong key",
    rule({ subsets: [{ name: "v1", labels: { "a/b/c": "d" } }] }),
    ['error spec.subsets[0].labels["a/b/c"]'],
  ],
  [
    "a wrong value",
    rule({ subsets: [{ name: "v1", labels: { a: "b c" } }] }),
    ["error spec.subsets[0].labels.a"],
  ],
  [
    "an empty policy",
    rule({ subsets: [{ name: "v1", trafficPolicy: {} }] }),
    ["error spec.subsets[0].trafficPolicy"],
  ],
  [
    "an outdated field",
    rule({
      subsets: [{ name: "v1", trafficPolicy: { outlierDetection: { consecutiveErrors: 1 } } }],
    }),
  ],
];

const visibility: RuleCase[] = [
  ["namespaces", rule({ exportTo: [".", "x"] })],
  ["everyone and others", rule({ exportTo: ["*", "x"] }), ["error spec.exportTo"]],
  ["no one", rule({ exportTo: ["~"] }), ["error spec.exportTo[0]"]],
  ["a selector", rule({ workloadSelector: selector })],
  ["a selector and the own namespace", rule({ workloadSelector: selector, exportTo: ["ns"] })],
  [
    "a selector and the own namespace as a dot",
    rule({ workloadSelector: selector, exportTo: ["."] }),
  ],
  [
    "a selector and another namespace",
    rule({ workloadSelector: selector, exportTo: ["x"] }),
    ["error spec.exportTo[0]"],
  ],
  [
    "a selector and everyone",
    rule({ workloadSelector: selector, exportTo: ["*"] }),
    ["error spec.exportTo[0]"],
  ],
  [
    "a selector and two namespaces",
    rule({ workloadSelector: selector, exportTo: [".", "x"] }),
    ["error spec.exportTo[1]"],
  ],
  [
    "a selector and a namespace not known yet",
    rule({ workloadSelector: selector, exportTo: [unknown] }),
  ],
  ["a selector without labels", rule({ workloadSelector: {} }), ["warning spec.workloadSelector"]],
  [
    "a selector with empty labels",
    rule({ workloadSelector: { matchLabels: {} } }),
    ["warning spec.workloadSelector"],
  ],
  ["labels not known yet", rule({ workloadSelector: { matchLabels: unknown } })],
];

const elsewhere = { ...judged, metadata: { name: "a" } };
const withoutNamespace: RuleCase[] = [
  ["a name that may be the own", rule({ workloadSelector: selector, exportTo: ["x"] })],
  [
    "a name beside the own",
    rule({ workloadSelector: selector, exportTo: [".", "x"] }),
    ["error spec.exportTo[1]"],
  ],
  ["everyone", rule({ workloadSelector: selector, exportTo: ["*"] }), ["error spec.exportTo[0]"]],
  ["a ConfigMap of some namespace", tls({ mode: "SIMPLE", credentialName: "configmap://x/y" })],
];

const tunnel = { targetHost: "a.b", targetPort: 80 };
const port = { number: 80 };
const policies: RuleCase[] = [
  ["nothing", policy({}), [`error ${at}`]],
  ["no settings of ports", policy({ portLevelSettings: [] }), [`error ${at}`]],
  ["a policy not known yet", policy(unknown)],
  ["a part not known yet", policy({ tls: unknown })],
  ["a retry budget", policy({ retryBudget: {} })],
  ["a retry budget's interval", policy({ retryBudget: { budgetInterval: "10s" } })],
  [
    "a retry budget's interval without unit",
    policy({ retryBudget: { budgetInterval: "10" } }),
    [`error ${at}.retryBudget.budgetInterval`],
  ],
  ["a tunnel and proxyProtocol", policy({ tunnel, proxyProtocol: {} }), [`error ${at}.tunnel`]],
  ["a tunnel", policy({ tunnel: { ...tunnel, protocol: "POST" } })],
  [
    "a tunnel of another protocol",
    policy({ tunnel: { ...tunnel, protocol: "GET" } }),
    [`error ${at}.tunnel.protocol`],
  ],
  ["a tunnel to an address", policy({ tunnel: { ...tunnel, targetHost: "1.2.3.4" } })],
  [
    "a tunnel to a wildcard",
    policy({ tunnel: { ...tunnel, targetHost: "*.b" } }),
    [`error ${at}.tunnel.targetHost`],
  ],
  [
    "a tunnel to port 0",
    policy({ tunnel: { ...tunnel, targetPort: 0 } }),
    [`error ${at}.tunnel.targetPort`],
  ],
  ["settings of a port", policy({ portLevelSettings: [{ port, tls: {} }] })],
  [
    "settings without port",
    policy({ portLevelSettings: [{ tls: {} }] }),
    [`error ${at}.portLevelSettings[0].port`],
  ],
  [
    "settings of nothing",
    policy({ portLevelSettings: [{ port }] }),
    [`error ${at}.portLevelSettings[0]`],
  ],
  [
    "wrong settings of a port",
    policy({
      portLevelSettings: [
        { port, outlierDetection: { maxEjectionPercent: 101, consecutiveErrors: 1 } },
      ],
    }),
    [`error ${at}.portLevelSettings[0].outlierDetection.maxEjectionPercent`],
  ],
];

const outliers: RuleCase[] = [
  ["durations", outlier({ interval: "1s", baseEjectionTime: "1m" })],
  [
    "an interval with microseconds",
    outlier({ interval: "1500us" }),
    [`error ${at}.outlierDetection.interval`],
  ],
  [
    "a time with microseconds",
    outlier({ baseEjectionTime: "1500us" }),
    [`error ${at}.outlierDetection.baseEjectionTime`],
  ],
  ["100 percent", outlier({ maxEjectionPercent: 100, minHealthPercent: 0 })],
  [
    "101 percent",
    outlier({ maxEjectionPercent: 101 }),
    [`error ${at}.outlierDetection.maxEjectionPercent`],
  ],
  [
    "a negative percentage",
    outlier({ minHealthPercent: -1 }),
    [`error ${at}.outlierDetection.minHealthPercent`],
  ],
  [
    "failures of the own side",
    outlier({ consecutiveLocalOriginFailures: 1 }),
    [`error ${at}.outlierDetection.consecutiveLocalOriginFailures`],
  ],
  [
    "failures of the own side told apart",
    outlier({ consecutiveLocalOriginFailures: 1, splitExternalLocalOriginErrors: true }),
  ],
  ["no failures of the own side", outlier({ consecutiveLocalOriginFailures: 0 })],
  [
    "failures perhaps told apart",
    outlier({ consecutiveLocalOriginFailures: 1, splitExternalLocalOriginErrors: unknown }),
  ],
  [
    "an outdated field",
    outlier({ consecutiveErrors: 1 }),
    [`warning ${at}.outlierDetection.consecutiveErrors`],
  ],
  ["an outdated field of 0", outlier({ consecutiveErrors: 0 })],
];

const poolAt = `${at}.connectionPool`;
const pools: RuleCase[] = [
  ["nothing", pool({}), [`error ${poolAt}`]],
  ["tcp", pool({ tcp: {} })],
  ...[
    "http1MaxPendingRequests",
    "http2MaxRequests",
    "maxRequestsPerConnection",
    "maxRetries",
    "maxConcurrentStreams",
  ].flatMap((name): RuleCase[] => [
    [`${name} -1`, pool({ http: { [name]: -1 } }), [`error ${poolAt}.http.${name}`]],
    [`${name} 0`, pool({ http: { [name]: 0 } })],
  ]),
  [
    "maxConnections -1",
    pool({ tcp: { maxConnections: -1 } }),
    [`error ${poolAt}.tcp.maxConnections`],
  ],
  ["maxConnections 0", pool({ tcp: { maxConnections: 0 } })],
  [
    "an idle time of http",
    pool({ http: { idleTimeout: "1.5ms" } }),
    [`error ${poolAt}.http.idleTimeout`],
  ],
  [
    "an upgrade and the client's protocol",
    pool({ http: { h2UpgradePolicy: "UPGRADE", useClientProtocol: true } }),
    [`error ${poolAt}.http.useClientProtocol`],
  ],
  [
    "no upgrade and the client's protocol",
    pool({ http: { h2UpgradePolicy: "DEFAULT", useClientProtocol: true } }),
  ],
  ["http2KeepAlive", pool({ http: { http2KeepAlive: { interval: "1s", timeout: "1s" } } })],
  [
    "http2KeepAlive without times",
    pool({ http: { http2KeepAlive: {} } }),
    [`error ${poolAt}.http.http2KeepAlive.interval`, `error ${poolAt}.http.http2KeepAlive.timeout`],
  ],
  [
    "http2KeepAlive with microseconds",
    pool({ http: { http2KeepAlive: { interval: "1001us", timeout: "1001us" } } }),
    [`error ${poolAt}.http.http2KeepAlive.interval`, `error ${poolAt}.http.http2KeepAlive.timeout`],
  ],
  [
    "a connection's time",
    pool({ tcp: { connectTimeout: "1001us", maxConnectionDuration: "1001us" } }),
    [`error ${poolAt}.tcp.connectTimeout`, `error ${poolAt}.tcp.maxConnectionDuration`],
  ],
  [
    "a time of keepalive",
    pool({ tcp: { tcpKeepalive: { time: "1001us", interval: "1001us" } } }),
    [`error ${poolAt}.tcp.tcpKeepalive.time`, `error ${poolAt}.tcp.tcpKeepalive.interval`],
  ],
  [
    "keepalive",
    pool({ tcp: { tcpKeepalive: { time: "1h", interval: "1s" }, connectTimeout: "1s" } }),
  ],
  ["no idle time of tcp", pool({ tcp: { idleTimeout: "0s" } })],
  ["hardly an idle time of tcp", pool({ tcp: { idleTimeout: "500us" } })],
  [
    "an idle time of tcp with microseconds",
    pool({ tcp: { idleTimeout: "1500us" } }),
    [`error ${poolAt}.tcp.idleTimeout`],
  ],
  [
    "a negative idle time of tcp",
    pool({ tcp: { idleTimeout: "-1s" } }),
    [`error ${poolAt}.tcp.idleTimeout`],
  ],
];

const files = { clientCertificate: "/c", privateKey: "/k" };
const tlsAt = `${at}.tls`;
const certificates: RuleCase[] = [
  ["files", tls({ mode: "MUTUAL", ...files })],
  [
    "no files",
    tls({ mode: "MUTUAL" }),
    [`error ${tlsAt}.clientCertificate`, `error ${tlsAt}.privateKey`],
  ],
  ["no key", tls({ mode: "MUTUAL", clientCertificate: "/c" }), [`error ${tlsAt}.privateKey`]],
  ["no files where verification is one-sided", tls({ mode: "SIMPLE" })],
  ["a credential", tls({ mode: "MUTUAL", credentialName: "x" })],
  ["a credential not known yet", tls({ mode: "MUTUAL", credentialName: unknown })],
  [
    "a credential and a certificate",
    tls({ mode: "MUTUAL", credentialName: "x", clientCertificate: "/c" }),
    [`error ${tlsAt}.clientCertificate`],
  ],
  [
    "a credential and a key",
    tls({ mode: "SIMPLE", credentialName: "x", privateKey: "/k" }),
    [`error ${tlsAt}.privateKey`],
  ],
  [
    "a credential and an authority",
    tls({ mode: "SIMPLE", credentialName: "x", caCertificates: "/c" }),
    [`error ${tlsAt}.caCertificates`],
  ],
  [
    "a credential and a CRL",
    tls({ mode: "SIMPLE", credentialName: "x", caCrl: "/c" }),
    [`error ${tlsAt}.caCrl`],
  ],
  [
    "a credential and files without TLS",
    tls({ mode: "DISABLE", credentialName: "x", caCrl: "/c" }),
  ],
  [
    "an authority unverified",
    tls({ mode: "SIMPLE", insecureSkipVerify: true, caCertificates: "/c" }),
    [`error ${tlsAt}.caCertificates`],
  ],
  [
    "names unverified",
    tls({ mode: "MUTUAL", ...files, insecureSkipVerify: true, subjectAltNames: ["a"] }),
    [`error ${tlsAt}.subjectAltNames`],
  ],
  [
    "an authority unverified in mode MUTUAL",
    tls({ mode: "MUTUAL", ...files, insecureSkipVerify: true, caCertificates: "/c" }),
    [`error ${tlsAt}.caCertificates`],
  ],
  [
    "a credential unverified",
    tls({ mode: "SIMPLE", insecureSkipVerify: true, credentialName: "x" }),
    [`error ${tlsAt}.credentialName`],
  ],
  [
    "a credential unverified in mode MUTUAL",
    tls({ mode: "MUTUAL", insecureSkipVerify: true, credentialName: "x" }),
  ],
  ["names verified", tls({ mode: "SIMPLE", insecureSkipVerify: false, subjectAltNames: ["a"] })],
  ["a ConfigMap of the own namespace", tls({ mode: "SIMPLE", credentialName: "configmap://ns/x" })],
  [
    "a ConfigMap of another namespace",
    tls({ mode: "SIMPLE", credentialName: "configmap://x/x" }),
    [`error ${tlsAt}.credentialName`],
  ],
  [
    "a ConfigMap without namespace",
    tls({ mode: "SIMPLE", credentialName: "configmap://x" }),
    [`error ${tlsAt}.credentialName`],
  ],
  [
    "a ConfigMap without name",
    tls({ mode: "SIMPLE", credentialName: "configmap://ns/" }),
    [`error ${tlsAt}.credentialName`],
  ],
];

describe("destinationRuleRules", () => {
  ruleCases("host", judged, hosts);
  ruleCases("subsets", judged, subsets);
  ruleCases("visibility", judged, visibility);
  ruleCases("no namespace", elsewhere, withoutNamespace);
  ruleCases("trafficPolicy", judged, policies);
  ruleCases("outlierDetection", judged, outliers);
  ruleCases("connectionPool", judged, pools);
  ruleCases("tls", judged, certificates);

  it("throws on no object", () => {
    for (const spec of [
      undefined,
      null,
      unknown,
      1,
      [],
      { subsets: [null, 1], trafficPolicy: 3 },
    ]) {
      const object = {
        apiVersion: "networking.istio.io/v1",
        kind: "DestinationRule",
        metadata: {},
        spec,
      };
      assert.doesNotThrow(() => destinationRuleRules(object));
    }
  });
});
