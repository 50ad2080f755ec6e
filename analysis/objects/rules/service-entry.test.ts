import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { serviceEntryRules } from "./service-entry";

type Fields = Record<string, unknown>;

const hosts = ["a.example.com"];
const two = ["a.example.com", "b.example.com"];
const http = [{ name: "http", number: 80, protocol: "HTTP" }];
const tcp = [{ name: "tcp", number: 80, protocol: "TCP" }];
const dns = { hosts, ports: http, resolution: "DNS" };
const fixed = { hosts, ports: http, resolution: "STATIC" };
const dynamic = { hosts: ["*.example.com"], ports: http, resolution: "DYNAMIC_DNS" };
const addressed = (address: unknown, more: Fields = {}) => [{ address, ...more }];
const noAllocation = { "networking.istio.io/enable-autoallocate-ip": "False" };
const waypoint = { "istio.io/use-waypoint": "w" };
const endpoint = "spec.endpoints[0]";

const cases: RuleCase[] = [
  [
    "a selector without labels",
    { ...fixed, workloadSelector: {} },
    ["warning spec.workloadSelector"],
  ],
  [
    "a selector with a wildcard key",
    { ...fixed, workloadSelector: { labels: { "a*": "b", "": "c" } } },
    ['error spec.workloadSelector.labels["a*"]', 'error spec.workloadSelector.labels[""]'],
  ],
  ["a selector with labels", { ...fixed, workloadSelector: { labels: { a: "b" } } }, []],
  [
    "a selector without resolution",
    { hosts, ports: http, workloadSelector: { labels: { a: "b" } } },
    ["warning spec.workloadSelector"],
  ],

  [
    "wrong hosts",
    { hosts: ["a_b.example.com", "", "a.*.com", "a.123"], ports: http },
    [
      "error spec.hosts[0]",
      "error spec.hosts[1]",
      "error spec.hosts[2]",
      "warning spec.hosts[2]",
      "error spec.hosts[3]",
    ],
  ],
  ["right hosts", { hosts: ["*.example.com", "a", "a.example.com."], ports: http }, []],
  ["a partial wildcard", { hosts: ["*-a.example.com"], ports: http }, ["warning spec.hosts[0]"]],
  ["a partial wildcard of DYNAMIC_DNS", { ...dynamic, hosts: ["*-a.example.com"] }, []],

  [
    "wrong addresses",
    { ...fixed, addresses: ["10.0.0.0/33", "a", "10.0.0.1"] },
    ["error spec.addresses[0]", "error spec.addresses[1]"],
  ],
  ["right addresses", { ...fixed, addresses: ["10.0.0.0/8", "::1", "10.0.0.1"] }, []],

  [
    "a wrong port name",
    { ...dns, ports: [{ name: "a_b", number: 80, protocol: "HTTP" }] },
    ["error spec.ports[0].name"],
  ],
  [
    "a long port name",
    { ...dns, ports: [{ name: "a".repeat(64), number: 80 }] },
    ["error spec.ports[0].name"],
  ],
  [
    "a wrong protocol",
    { ...dns, ports: [{ name: "a", number: 80, protocol: "HTTP3" }] },
    ["error spec.ports[0].protocol"],
  ],
  [
    "right ports",
    {
      ...dns,
      ports: [
        { name: "a".repeat(63), number: 80, protocol: "grpc-web" },
        { name: "b", number: 81, protocol: "" },
        { name: "c", number: 82 },
      ],
    },
    [],
  ],

  [
    "TCP ports without addresses and resolution",
    {
      hosts,
      ports: [...tcp, { name: "b", number: 81 }, { name: "c", number: 82, protocol: "tcp" }],
    },
    ["warning spec.ports[0].protocol", "warning spec.ports[1].protocol"],
  ],
  ["a TCP port with an address", { hosts, ports: tcp, addresses: ["10.0.0.1"] }, []],
  ["an HTTP port without addresses", { hosts, ports: http }, []],
  ["a TCP port with allocated address", { ...dns, ports: tcp }, []],
  [
    "a TCP port without allocation",
    { ...dns, ports: tcp },
    ["warning spec.ports[0].protocol"],
    { labels: noAllocation },
  ],

  [
    "STATIC with a name",
    { ...fixed, endpoints: addressed("a.example.com") },
    [`error ${endpoint}.address`],
  ],
  ["STATIC without address", { ...fixed, endpoints: addressed("") }, [`error ${endpoint}.address`]],
  [
    "STATIC in a network",
    { ...fixed, endpoints: [{ network: "n" }] },
    [`warning ${endpoint}.address`],
  ],
  ["STATIC with an address", { ...fixed, endpoints: addressed("::1") }, []],
  ["STATIC with a socket", { ...fixed, endpoints: addressed("unix:///a/b") }, []],
  [
    "STATIC with a socket for two ports",
    {
      ...fixed,
      ports: [...http, { name: "b", number: 81, protocol: "HTTP" }],
      endpoints: addressed("unix:///a/b"),
    },
    [`error ${endpoint}.address`],
  ],
  ...[
    { ...fixed, endpoints: addressed("10.0.0.1", { ports: { http: 80, other: 81 } }) },
    { ...dns, endpoints: addressed("10.0.0.1", { ports: { http: 80, other: 81 } }) },
  ].map(
    (spec): RuleCase => [
      `${spec.resolution} with a port of another name`,
      spec,
      [`error ${endpoint}.ports.other`],
    ],
  ),
  ...[fixed, dns].flatMap((spec): RuleCase[] => [
    [
      `${spec.resolution} with wrong labels`,
      {
        ...spec,
        endpoints: addressed("10.0.0.1", { labels: { a_: "b", "a/b/c": "b", a: "-", d: "" } }),
      },
      [
        `error ${endpoint}.labels.a_`,
        `error ${endpoint}.labels["a/b/c"]`,
        `error ${endpoint}.labels.a`,
      ],
    ],
    [
      `${spec.resolution} with labels and ports`,
      {
        ...spec,
        endpoints: addressed("10.0.0.1", { labels: { "a.b/c_d": "e-f" }, ports: { http: 80 } }),
      },
      [],
    ],
  ]),

  ["DNS with a wildcard host", { ...dns, hosts: ["*.example.com"] }, ["error spec.hosts[0]"]],
  [
    "DNS with a wildcard host and endpoints",
    { ...dns, hosts: ["*.example.com"], endpoints: addressed("a.example.com") },
    [],
  ],
  [
    "DNS_ROUND_ROBIN with a numeric host",
    { ...dns, hosts: ["123"], resolution: "DNS_ROUND_ROBIN" },
    ["error spec.hosts[0]"],
  ],
  ["a numeric host", { hosts: ["123"], ports: http }, []],
  ...["", "unix:///a", "a_b", "*.example.com"].map(
    (address): RuleCase => [
      `DNS with address "${address}"`,
      { ...dns, endpoints: addressed(address) },
      [`error ${endpoint}.address`],
    ],
  ),
  ["DNS in a network", { ...dns, endpoints: [{ network: "n" }] }, [`error ${endpoint}.address`]],
  ["DNS with addresses", { ...dns, endpoints: [{ address: "::1" }, { address: "a" }] }, []],
  [
    "two hosts at one address of a TLS port",
    {
      ...dns,
      hosts: two,
      addresses: ["10.0.0.1"],
      ports: [...http, { name: "t", number: 443, protocol: "tls" }],
    },
    ["warning spec.ports[1].protocol"],
  ],
  ["two hosts at one address of HTTP", { ...dns, hosts: two, addresses: ["10.0.0.1"] }, []],
  [
    "one host at an address of a TLS port",
    { ...dns, addresses: ["10.0.0.1"], ports: [{ name: "t", number: 443, protocol: "TLS" }] },
    [],
  ],

  ["DYNAMIC_DNS", dynamic, []],
  ["DYNAMIC_DNS without wildcard", { ...dynamic, hosts }, ["error spec.hosts[0]"]],
  ["DYNAMIC_DNS with addresses", { ...dynamic, addresses: ["10.0.0.1"] }, ["error spec.addresses"]],
  [
    "DYNAMIC_DNS with endpoints",
    { ...dynamic, endpoints: addressed("10.0.0.1") },
    ["error spec.endpoints"],
  ],
  ...["HTTPS", "TCP", "", "GRPC-Web", undefined].map(
    (protocol): RuleCase => [
      `DYNAMIC_DNS with protocol ${protocol}`,
      {
        ...dynamic,
        ports: [{ name: "a", number: 80, ...(protocol !== undefined && { protocol }) }],
      },
      ["error spec.ports[0].protocol"],
    ],
  ),
  ...["HTTP", "tls", "gRPC", "HTTP2"].map(
    (protocol): RuleCase => [
      `DYNAMIC_DNS with protocol ${protocol}`,
      { ...dynamic, ports: [{ name: "a", number: 80, protocol }] },
      [],
    ],
  ),
  [
    "DYNAMIC_DNS inside the mesh behind a waypoint",
    { ...dynamic, location: "MESH_INTERNAL" },
    ["error spec.location"],
    { labels: waypoint },
  ],
  ["DYNAMIC_DNS inside the mesh", { ...dynamic, location: "MESH_INTERNAL" }, []],
  [
    "DYNAMIC_DNS inside the mesh without a waypoint",
    { ...dynamic, location: "MESH_INTERNAL" },
    [],
    { labels: { "istio.io/use-waypoint": "None" } },
  ],
  ["DYNAMIC_DNS outside behind a waypoint", dynamic, [], { labels: waypoint }],

  [
    "two hosts of a TCP port",
    {
      ...dns,
      hosts: two,
      ports: [...http, { name: "b", number: 81, protocol: "TCP" }, { name: "c", number: 82 }],
    },
    ["error spec.ports[1].protocol", "error spec.ports[2].protocol"],
  ],
  [
    "two hosts of a TCP port without resolution",
    { hosts: two, addresses: ["10.0.0.1"], ports: tcp },
    [],
  ],
  ["one host of a TCP port", { ...dns, ports: tcp }, []],
  [
    "two hosts of HTTP and TLS ports",
    { ...dns, hosts: two, ports: [...http, { name: "b", number: 81, protocol: "https" }] },
    [],
  ],

  ...["~", "*", "."].map(
    (name): RuleCase => [`export to ${name}`, { ...dns, exportTo: [name] }, []],
  ),
  ["export to namespaces", { ...dns, exportTo: [".", "other"] }, []],
  [
    "export twice",
    { ...dns, exportTo: ["other", "other", ".", "shop"] },
    ["error spec.exportTo[1]", "error spec.exportTo[3]"],
  ],
  ["export to all and one", { ...dns, exportTo: ["*", "other"] }, ["error spec.exportTo"]],
  ["export to none and one", { ...dns, exportTo: [".", "~"] }, ["error spec.exportTo"]],
  [
    "export to no namespace",
    { ...dns, exportTo: ["a.b", ""] },
    ["error spec.exportTo[0]", "error spec.exportTo[1]"],
  ],

  ["an unknown spec", unknown, []],
  [
    "an unknown resolution",
    { hosts: ["*-a.example.com", "b"], resolution: unknown, ports: tcp, endpoints: addressed("a") },
    [],
  ],
  ["unknown lists", { hosts: unknown, ports: unknown, addresses: unknown, exportTo: unknown }, []],
  [
    "unknown entries",
    { ...dns, hosts: [unknown, "a"], ports: [unknown], addresses: [unknown], exportTo: [unknown] },
    [],
  ],
  ["unknown addresses", { hosts, ports: tcp, addresses: unknown }, []],
  [
    "an unknown protocol",
    {
      ...dynamic,
      hosts: ["*.a.b", "*.b.c"],
      ports: [{ name: "a", number: 80, protocol: unknown }],
    },
    [],
  ],
  ["unknown endpoints of DNS", { ...dns, hosts: ["*.example.com"], endpoints: unknown }, []],
  ["unknown endpoints of DYNAMIC_DNS", { ...dynamic, endpoints: unknown }, []],
  [
    "an unknown name of a port",
    {
      ...fixed,
      ports: [{ name: unknown, number: 80 }],
      endpoints: addressed("10.0.0.1", { ports: { http: 80 } }),
    },
    [],
  ],
  ["an unknown address", { ...fixed, endpoints: addressed(unknown) }, []],
  ["an unknown network", { ...fixed, endpoints: [{ network: unknown }] }, []],
  ["an unknown endpoint", { ...fixed, endpoints: [unknown] }, []],
  ["an unknown label", { ...fixed, endpoints: addressed("::1", { labels: { a: unknown } }) }, []],
  [
    "an unknown waypoint",
    { ...dynamic, location: "MESH_INTERNAL" },
    [],
    { labels: { "istio.io/use-waypoint": unknown } },
  ],
  [
    "an unknown allocation",
    { ...dns, ports: tcp },
    [],
    { labels: { "networking.istio.io/enable-autoallocate-ip": unknown } },
  ],
  ["no spec", undefined, []],
  [
    "nothing of use",
    { hosts: 1, ports: [1, null], endpoints: "a", exportTo: {}, resolution: "constructor" },
    [],
  ],
];

ruleCases(
  "rules of ServiceEntry",
  { rules: serviceEntryRules, kind: "ServiceEntry", metadata: { name: "a", namespace: "shop" } },
  cases,
);
