import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ExternalServiceArgs } from "./external-service-args";
import { externalServicePlan } from "./external-service-plan";

const http = { port: 80, protocol: "HTTP" } as const;
const plan = (args: Partial<ExternalServiceArgs> = {}) =>
  externalServicePlan("api", {
    namespace: "shop",
    hosts: ["api.example.com"],
    ports: [http],
    ...args,
  });

describe("the plan of an external service", () => {
  it("is an entry outside the mesh that is looked up, and no rule", () => {
    const { entry, rules } = plan();
    assert.deepEqual(entry, {
      name: "api",
      namespace: "shop",
      labels: undefined,
      annotations: undefined,
      spec: {
        hosts: ["api.example.com"],
        ports: [{ name: "http-80", number: 80, protocol: "HTTP" }],
        location: "MESH_EXTERNAL",
        resolution: "DNS",
      },
    });
    assert.deepEqual(rules, []);
  });

  it("keeps the ways to find it that it is given", () => {
    const given = {
      endpoints: [{ address: "192.0.2.1", weight: 2, locality: "eu/a", ports: { db: 15432 } }],
      addresses: ["192.0.2.9"],
      subjectAltNames: ["db.example.com"],
      exportTo: ["."],
    };
    const port = { protocol: "TCP", name: "db", targetPort: 5433 } as const;
    const { spec } = plan({
      ...given,
      ports: [{ ...port, port: 5432 }],
      resolution: "STATIC",
      location: "MESH_INTERNAL",
    }).entry;
    assert.deepEqual(spec, {
      ...given,
      hosts: ["api.example.com"],
      ports: [{ ...port, number: 5432 }],
      resolution: "STATIC",
      location: "MESH_INTERNAL",
    });
  });

  it("adds TLS at port 443 of the service, with the policy of the whole service at that port too", () => {
    const connectionPool = { tcp: { maxConnections: 9 } };
    const { entry, rules } = plan({
      ports: [
        { ...http, tls: { mode: "SIMPLE", sni: "a.b" } },
        { port: 81, protocol: "HTTP" },
      ],
      trafficPolicy: { connectionPool, retryBudget: { percent: 0 } },
    });
    assert.equal(entry.spec.ports?.[0]?.targetPort, 443);
    assert.equal(entry.spec.ports?.[1]?.targetPort, undefined);
    assert.deepEqual(
      rules.map(({ rule }) => rule.spec),
      [
        {
          host: "api.example.com",
          trafficPolicy: {
            connectionPool,
            retryBudget: { percent: 0 },
            portLevelSettings: [
              { port: { number: 80 }, connectionPool, tls: { mode: "SIMPLE", sni: "a.b" } },
            ],
          },
        },
      ],
    );
  });

  it("has one rule for each host, seen where the service is", () => {
    const { rules } = plan({
      hosts: ["a.example.com", "b.example.com"],
      trafficPolicy: { outlierDetection: {} },
      exportTo: ["."],
    });
    assert.deepEqual(
      rules.map(({ suffix, rule: { name, spec } }) => [suffix, name, spec.host, spec.exportTo]),
      [
        ["-a.example.com", "api-a.example.com", "a.example.com", ["."]],
        ["-b.example.com", "api-b.example.com", "b.example.com", ["."]],
      ],
    );
  });

  it("gives no rule to another host when one comes first, or goes", () => {
    const all = ["c.example.com", "a.example.com", "b.example.com"];
    const byName = (hosts: string[]) =>
      plan({ hosts, trafficPolicy: { outlierDetection: {} } }).rules.map(
        ({ rule: { name, spec } }) => [name, spec.host] as const,
      );
    const hostOf = new Map([all, all.slice(1), all.slice(2)].flatMap(byName));
    for (const hosts of [all, all.slice(1), all.slice(2)]) {
      assert.deepEqual(
        byName(hosts),
        byName(hosts).map(([name]) => [name, hostOf.get(name)]),
      );
    }
  });

  it("names a waypoint at the entry only", () => {
    const { entry, rules } = plan({
      waypoint: "egress",
      waypointNamespace: "infra",
      labels: { team: "a" },
      trafficPolicy: { outlierDetection: {} },
    });
    assert.deepEqual(entry.labels, {
      team: "a",
      "istio.io/use-waypoint": "egress",
      "istio.io/use-waypoint-namespace": "infra",
    });
    assert.deepEqual(rules[0]?.rule.labels, { team: "a" });
  });

  it("takes values that are not known yet", () => {
    const { entry } = plan({ hosts: [pulumi.output("a.example.com")] });
    assert.ok(pulumi.Output.isInstance((entry.spec.hosts as unknown[])[0]));
  });
});

describe("an ExternalService refuses", () => {
  const refused: [string, Partial<ExternalServiceArgs>, RegExp][] = [
    ["a namespace that is none", { namespace: "A" }, /namespace: "A" is not a DNS label/],
    ["no host", { hosts: [] }, /hosts: is empty; at least 1/],
    ["every host", { hosts: ["*"] }, /hosts\[0\]: "\*": "\*" alone is too wide/],
    ["a host twice", { hosts: ["a.b", "a.b"] }, /hosts\[1\]: "a\.b" is listed twice/],
    [
      "a wildcard that is to be looked up",
      { hosts: ["*.example.com"] },
      /hosts\[0\]: "\*\.example\.com": without endpoints the host itself is looked up/,
    ],
    ["no port", { ports: [] }, /ports: is empty; name at least one port/],
    [
      "a port that is none",
      { ports: [{ ...http, port: 0 }] },
      /ports\[0\]\.port: 0: is not a whole number between/,
    ],
    [
      "an unknown protocol",
      { ports: [{ ...http, protocol: "FOO" as "HTTP" }] },
      /ports\[0\]\.protocol: "FOO" is unknown; allowed: HTTP, /,
    ],
    ["a port twice", { ports: [http, http] }, /ports\[1\]: ports\[0\] has the same name/],
    [
      "TLS over TLS",
      { ports: [{ port: 443, protocol: "HTTPS", tls: { mode: "SIMPLE" } }] },
      /ports\[0\]\.tls: would encrypt twice what the client sends as HTTPS already/,
    ],
    [
      "TLS with certificates that are missing",
      { ports: [{ ...http, tls: { mode: "MUTUAL" } }] },
      /ports\[0\]\.tls\.privateKey: mode MUTUAL needs/,
    ],
    [
      "TLS of a port beside other settings of it",
      {
        ports: [{ ...http, tls: { mode: "SIMPLE" } }],
        trafficPolicy: { portLevelSettings: [{ port: 80, outlierDetection: {} }] },
      },
      /ports\[0\]\.tls: port 80 has settings in trafficPolicy\.portLevelSettings too/,
    ],
    [
      "a policy that cannot work",
      { trafficPolicy: { outlierDetection: { interval: "5" } } },
      /trafficPolicy\.outlierDetection\.interval: "5"/,
    ],
    [
      "an unknown way to find it",
      { resolution: "DNSS" as "DNS" },
      /resolution: "DNSS" is unknown; allowed: .*; did you mean "DNS"\?/,
    ],
    ["addresses that are missing", { resolution: "STATIC" }, /endpoints: is missing; resolution/],
    [
      "names where addresses are needed",
      { resolution: "STATIC", endpoints: [{ address: "a.b" }] },
      /endpoints\[0\]\.address: "a\.b": resolution STATIC needs an IP/,
    ],
    [
      "addresses that are not asked for",
      { resolution: "NONE", endpoints: [{ address: "192.0.2.1" }] },
      /resolution: resolution NONE takes no endpoints/,
    ],
    [
      "a port of an endpoint that the service does not have",
      { endpoints: [{ address: "192.0.2.1", ports: { foo: 1 } }] },
      /endpoints\[0\]\.ports\.foo: 1: no port of ports has this name/,
    ],
    [
      "TCP that nothing can be told by",
      { resolution: "NONE", ports: [{ port: 80, protocol: "TCP" }] },
      /ports\[0\]\.protocol: "TCP": a TCP port needs addresses.*IST0133/,
    ],
    [
      "a waypoint's namespace alone",
      { waypointNamespace: "a" },
      /waypointNamespace: "a" is without/,
    ],
    [
      "the waypoint's label",
      { waypoint: "a", labels: { "istio.io/use-waypoint": "b" } },
      /labels\["istio\.io\/use-waypoint"\]: "b" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
