import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { sidecarRules } from "./sidecar";

type Fields = Record<string, unknown>;
const hosts = ["*/*"];
const egress = (...listeners: unknown[]) => ({ egress: listeners });
const ingress = (...listeners: unknown[]) => ({ ingress: listeners });
const http = { number: 80, protocol: "HTTP" };
const https = { number: 443, protocol: "HTTPS" };
const pem = { serverCertificate: "/cert", privateKey: "/key" };
const listening = (more: Fields) => ingress({ port: http, ...more });
const reached = (...names: unknown[]) => egress({ hosts: names });
const secured = (tls: unknown, port: unknown = https) => ingress({ port, tls });
const outbound = (policy: unknown) => ({ outboundTrafficPolicy: policy });
const egressProxy = { host: "a.example.com", port: { number: 80 } };
const port = "spec.ingress[0].port";
const tlsPath = "spec.ingress[0].tls";
const out = "spec.egress[0]";

const cases: RuleCase[] = [
  ["nothing", {}, ["error spec"]],
  ["no spec", undefined, ["error spec"]],
  ["empty lists", { egress: [], ingress: [] }, ["error spec"]],
  ["a selector alone", { workloadSelector: { labels: { a: "b" } } }, ["error spec"]],
  ["an egress listener", egress({ hosts }), []],
  ["a policy", outbound({}), []],
  ["a pool", { inboundConnectionPool: { tcp: { maxConnections: 1 } } }, []],

  [
    "an empty selector",
    { ...egress({ hosts }), workloadSelector: { labels: {} } },
    ["warning spec.workloadSelector"],
  ],
  [
    "a selector with a wildcard",
    { ...egress({ hosts }), workloadSelector: { labels: { "a*": "b" } } },
    ['error spec.workloadSelector.labels["a*"]'],
  ],
  ["a selector", { ...egress({ hosts }), workloadSelector: { labels: { a: "b" } } }, []],

  ["ingress", ingress({ port: { number: 80, protocol: "grpc", name: "a" }, bind: "::1" }), []],
  ["ingress without number", ingress({ port: {} }), [`error ${port}.number`]],
  ["ingress above the ports", ingress({ port: { number: 65536 } }), [`error ${port}.number`]],
  ["ingress at the last port", ingress({ port: { number: 65535 } }), []],
  [
    "ingress with a wrong name",
    ingress({ port: { ...http, name: "a_b" } }),
    [`error ${port}.name`],
  ],
  ["ingress with an empty name", ingress({ port: { ...http, name: "", protocol: "" } }), []],
  [
    "ingress with a wrong protocol",
    ingress({ port: { number: 80, protocol: "HTTP3" } }),
    [`error ${port}.protocol`],
  ],
  [
    "ingress with a targetPort",
    ingress({ port: { ...http, targetPort: 81 } }),
    [`error ${port}.targetPort`],
  ],
  ["ingress with targetPort 0", ingress({ port: { ...http, targetPort: 0 } }), []],
  ["ingress bound to a name", listening({ bind: "a.example.com" }), ["error spec.ingress[0].bind"]],
  ["ingress bound to nothing", listening({ bind: "" }), []],
  ["ingress twice", ingress({ port: http }, { port: http }), ["error spec.ingress[1].port.number"]],
  ["ingress at two ports", ingress({ port: http }, { port: { number: 81 } }), []],
  ...[
    "10.0.0.1:80",
    "127.0.0.1",
    "127.0.0.1:http",
    "127.0.0.1:0",
    ":65536",
    "::1:80",
    "localhost:80",
    "unix://",
    "unix://a",
    "unix:///a/",
    "unix:///",
  ].map(
    (defaultEndpoint): RuleCase => [
      `endpoint ${defaultEndpoint}`,
      listening({ defaultEndpoint }),
      ["error spec.ingress[0].defaultEndpoint"],
    ],
  ),
  ...[
    "",
    "127.0.0.1:80",
    "0.0.0.0:80",
    "[::1]:80",
    "[::]:80",
    ":80",
    "unix:///a/b",
    "unix:///a",
    "unix://@a/",
  ].map(
    (defaultEndpoint): RuleCase => [
      `endpoint "${defaultEndpoint}"`,
      listening({ defaultEndpoint }),
      [],
    ],
  ),

  ["TLS", secured({ mode: "SIMPLE", ...pem }), []],
  ["TLS without mode", secured({}), []],
  ["TLS of an HTTP port", secured({}, http), [`error ${port}.protocol`]],
  ["TLS without protocol", secured({}, { number: 443 }), [`error ${port}.protocol`]],
  ["TLS of a TLS port", secured({}, { number: 443, protocol: "tls" }), []],
  [
    "TLS with subjectAltNames",
    secured({ mode: "SIMPLE", ...pem, subjectAltNames: ["a"] }),
    [`error ${tlsPath}.subjectAltNames`],
  ],
  [
    "TLS with httpsRedirect",
    secured({ mode: "SIMPLE", ...pem, httpsRedirect: true }),
    [`error ${tlsPath}.httpsRedirect`],
  ],
  [
    "TLS without a redirect",
    secured({
      mode: "SIMPLE",
      ...pem,
      httpsRedirect: false,
      subjectAltNames: [],
      credentialName: "",
    }),
    [],
  ],
  [
    "TLS with credentialName",
    secured({ mode: "SIMPLE", credentialName: "a" }),
    [`error ${tlsPath}.credentialName`],
  ],
  [
    "TLS with credentialNames",
    secured({ mode: "SIMPLE", credentialNames: ["a"] }),
    [`error ${tlsPath}.credentialNames`],
  ],
  [
    "TLS with tlsCertificates",
    secured({ mode: "SIMPLE", tlsCertificates: [pem] }),
    [`error ${tlsPath}.tlsCertificates`],
  ],
  ["TLS of the mesh", secured({ mode: "ISTIO_MUTUAL" }), [`error ${tlsPath}.mode`]],
  ["TLS passed on", secured({ mode: "AUTO_PASSTHROUGH" }), [`error ${tlsPath}.mode`]],
  ["TLS passed through", secured({ mode: "PASSTHROUGH" }), []],
  [
    "TLS without certificates",
    secured({ mode: "SIMPLE" }),
    [`error ${tlsPath}.serverCertificate`, `error ${tlsPath}.privateKey`],
  ],
  [
    "mutual TLS without authority",
    secured({ mode: "MUTUAL", ...pem }),
    [`error ${tlsPath}.caCertificates`],
  ],
  ["mutual TLS", secured({ mode: "MUTUAL", ...pem, caCertificates: "/ca" }), []],

  [
    "an empty pool of ingress",
    listening({ connectionPool: {} }),
    ["error spec.ingress[0].connectionPool"],
  ],
  ["a pool of ingress", listening({ connectionPool: { http: { maxRetries: 1 } } }), []],
  [
    "an HTTP pool of TCP",
    ingress({ port: { number: 80, protocol: "TCP" }, connectionPool: { http: {} } }),
    ["warning spec.ingress[0].connectionPool.http"],
  ],
  [
    "an HTTP pool of no protocol",
    ingress({ port: { number: 80 }, connectionPool: { http: {} } }),
    ["warning spec.ingress[0].connectionPool.http"],
  ],
  [
    "a TCP pool of TCP",
    ingress({ port: { number: 80, protocol: "TCP" }, connectionPool: { tcp: {} } }),
    [],
  ],
  ["an empty inbound pool", { inboundConnectionPool: {} }, ["error spec.inboundConnectionPool"]],
  [
    "a negative number in the inbound pool",
    { inboundConnectionPool: { http: { maxRetries: -1 } } },
    ["error spec.inboundConnectionPool.http.maxRetries"],
  ],

  ["egress of every port last", egress({ port: http, hosts }, { hosts }), []],
  ["egress of every port first", egress({ hosts }, { port: http, hosts }), [`error ${out}.port`]],
  ["egress of every port twice", egress({ hosts }, { hosts }), [`error ${out}.port`]],
  [
    "egress of one port twice",
    egress({ port: http, hosts }, { port: http, hosts }),
    ["error spec.egress[1].port.number"],
  ],
  ["egress of two ports", egress({ port: http, hosts }, { port: https, hosts }), []],
  [
    "egress with a targetPort",
    egress({ port: { ...http, targetPort: 1 }, hosts }),
    [`error ${out}.port.targetPort`],
  ],
  [
    "egress with a wrong name",
    egress({ port: { ...http, name: "-" }, hosts }),
    [`error ${out}.port.name`],
  ],
  [
    "egress with a wrong protocol",
    egress({ port: { number: 80, protocol: "a" }, hosts }),
    [`error ${out}.port.protocol`],
  ],
  [
    "egress above the ports",
    egress({ port: { number: 65536 }, hosts }),
    [`error ${out}.port.number`],
  ],
  ["egress bound to a name", egress({ port: http, bind: "a", hosts }), [`error ${out}.bind`]],
  ["egress bound to an address", egress({ port: http, bind: "127.0.0.1", hosts }), []],
  ["egress without number and socket", egress({ port: {}, hosts }), [`error ${out}.bind`]],
  [
    "egress at an address without number",
    egress({ port: {}, bind: "::1", hosts }),
    [`error ${out}.bind`],
  ],
  ["egress at a folder", egress({ port: {}, bind: "unix:///a/", hosts }), [`error ${out}.bind`]],
  ["egress at a socket", egress({ port: { number: 0 }, bind: "unix:///a", hosts }), []],
  [
    "egress at an abstract socket",
    egress({ port: {}, bind: "unix://@a", captureMode: "NONE", hosts }),
    [],
  ],
  [
    "egress at a captured socket",
    egress({ port: {}, bind: "unix:///a", captureMode: "IPTABLES", hosts }),
    [`error ${out}.captureMode`],
  ],
  ["egress captured", egress({ port: http, captureMode: "IPTABLES", hosts }), []],
  [
    "egress at one socket twice",
    egress({ port: {}, bind: "unix:///a", hosts }, { port: {}, bind: "unix:///a", hosts }),
    ["error spec.egress[1].bind"],
  ],
  [
    "egress at two sockets",
    egress({ port: {}, bind: "unix:///a", hosts }, { port: {}, bind: "unix:///b", hosts }),
    [],
  ],
  [
    "egress at one address twice",
    egress({ port: http, bind: "::1", hosts }, { port: https, bind: "::1", hosts }),
    [],
  ],

  ["no hosts", egress({ hosts: [] }), [`error ${out}.hosts`]],
  ...[
    "a.example.com",
    "",
    "/a.example.com",
    "shop/",
    "a_b/a.example.com",
    "~a_b/*",
    "a/b",
    "a/*b.example.com",
    "a/b.*.com",
    "~/",
    "*/a_b.c",
  ].map((host): RuleCase => [`host "${host}"`, reached(host), [`error ${out}.hosts[0]`]]),
  ...[
    "*/*",
    "./*",
    "shop/*.example.com",
    "~shop/*",
    "~/*",
    "~*/*",
    "~./*",
    "shop/a.example.com",
  ].map((host): RuleCase => [`host "${host}"`, reached(host), []]),
  ["a host twice", reached("a/b.c", "a/b.c"), [`warning ${out}.hosts[1]`]],
  ["a host of the own namespace twice", reached("./b.c", "shop/b.c"), [`warning ${out}.hosts[1]`]],
  ["a host within all of the namespace", reached("a/*", "a/b.c"), [`warning ${out}.hosts[1]`]],
  ["a host before all of the namespace", reached("a/b.c", "a/*"), [`warning ${out}.hosts[1]`]],
  ["one host of two namespaces", reached("a/b.c", "b/b.c", "~b/b.c"), []],
  ["everything and more", reached("*/*", "a/b.c"), [`warning ${out}.hosts`]],
  ["everything but", reached("*/*", "~a/b.c"), []],

  ["an egress proxy", outbound({ mode: "ALLOW_ANY", egressProxy }), []],
  [
    "an egress proxy without mode",
    outbound({ egressProxy }),
    ["error spec.outboundTrafficPolicy.egressProxy"],
  ],
  [
    "an egress proxy of the registry alone",
    outbound({ mode: "REGISTRY_ONLY", egressProxy }),
    ["error spec.outboundTrafficPolicy.egressProxy"],
  ],
  [
    "an egress proxy without port",
    outbound({ mode: "ALLOW_ANY", egressProxy: { host: "a" } }),
    ["error spec.outboundTrafficPolicy.egressProxy.port"],
  ],
  [
    "an egress proxy with a wrong port",
    outbound({ mode: "ALLOW_ANY", egressProxy: { host: "a", port: { number: 0 } } }),
    ["error spec.outboundTrafficPolicy.egressProxy.port.number"],
  ],
  [
    "an egress proxy of many hosts",
    outbound({ mode: "ALLOW_ANY", egressProxy: { ...egressProxy, host: "*.a.b" } }),
    ["error spec.outboundTrafficPolicy.egressProxy.host"],
  ],
  [
    "an egress proxy with a wrong subset",
    outbound({ mode: "ALLOW_ANY", egressProxy: { ...egressProxy, subset: "a_b" } }),
    ["error spec.outboundTrafficPolicy.egressProxy.subset"],
  ],
  [
    "an egress proxy with a subset",
    outbound({ mode: "ALLOW_ANY", egressProxy: { ...egressProxy, subset: "v1" } }),
    [],
  ],

  ["an unknown spec", unknown, []],
  ["unknown listeners", ingress(unknown), []],
  ["unknown egress", { egress: unknown }, []],
  ["unknown egress listeners", egress(unknown, unknown), []],
  [
    "unknown ports",
    { ...ingress({ port: unknown, tls: {} }), ...egress({ port: unknown, hosts }, { hosts }) },
    [],
  ],
  [
    "unknown numbers",
    egress(
      { port: { number: unknown }, bind: "unix:///a", hosts },
      { port: { number: unknown }, hosts },
    ),
    [],
  ],
  [
    "unknown protocols",
    ingress({ port: { number: 80, protocol: unknown }, tls: {}, connectionPool: { http: {} } }),
    [],
  ],
  ["an unknown endpoint and bind", listening({ defaultEndpoint: unknown, bind: unknown }), []],
  [
    "an unknown socket",
    egress({ port: {}, bind: unknown, hosts }, { port: {}, bind: unknown, hosts }),
    [],
  ],
  ["unknown hosts", egress({ hosts: unknown }), []],
  ["an unknown host", reached(unknown, "*/*"), []],
  ["an unknown mode", outbound({ mode: unknown, egressProxy }), []],
  ["an unknown proxy", outbound({ mode: "ALLOW_ANY", egressProxy: unknown }), []],
  [
    "an unknown port of the proxy",
    outbound({ mode: "ALLOW_ANY", egressProxy: { host: unknown, port: unknown } }),
    [],
  ],
  ["nothing of use", { egress: 1, ingress: "a", outboundTrafficPolicy: [] }, []],
];

ruleCases(
  "rules of Sidecar",
  { rules: sidecarRules, kind: "Sidecar", metadata: { name: "a", namespace: "shop" } },
  cases,
);
