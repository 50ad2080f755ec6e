import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { runProgram } from "../../test/support/field-program";
import {
  Authorization,
  Canary,
  ExternalService,
  JwtAuthentication,
  MeshNamespace,
  type MeshNamespaceArgs,
  SidecarScope,
  TrafficPolicy,
  Waypoint,
} from "..";

const later = <T extends string | number>(value: T) =>
  pulumi.output(new Promise<T>((resolve) => setImmediate(() => resolve(value))));

/** Subject, path and reason of each error, as the user gets them. */
async function refusals(program: () => void): Promise<string[]> {
  const seen = await runProgram(program);
  return seen.refusals.flatMap(({ subject, problems }) =>
    problems.map(({ path, reason }) => `${subject}: ${path}: ${reason}`),
  );
}

const shop = { namespace: "shop" };
const pool = { connectionPool: { tcp: { maxConnections: later(-1) } } };
const negative = "connectionPool.tcp.maxConnections: -1: a number is 0 or more [IST0106]";
const token = { ...shop, jwtRules: [{ issuer: "https://me" }] };

describe("a mistake that arrives later is one error of the component that was given it", () => {
  const cases: [what: string, program: () => void, told: string[]][] = [
    [
      "a name that several objects have",
      () => {
        const versions = [
          { name: "v1", weight: 90 },
          { name: "v2", weight: 10 },
        ];
        new Canary("web", { namespace: later("Shop"), service: "web", versions });
      },
      [
        'Canary "web": namespace: "Shop" is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends); did you mean "shop"?',
      ],
    ],
    [
      "what only the object's own rules refuse",
      () => {
        new ExternalService("pay", {
          ...shop,
          hosts: [later("*")],
          ports: [{ port: 80, protocol: "HTTP" }],
        });
      },
      ['ExternalService "pay": hosts[0]: "*": "*" alone is too wide; name a host [IST0106]'],
    ],
    [
      "a policy that stands in the rules of several hosts",
      () => {
        new ExternalService("pay", {
          ...shop,
          hosts: ["a.example.com", "b.example.com", "c.example.com"],
          ports: [{ port: 80, protocol: "HTTP" }],
          trafficPolicy: pool,
        });
      },
      [`ExternalService "pay": trafficPolicy.${negative}`],
    ],
    [
      "a policy that stands in the rules of several versions",
      () => {
        const versions = [
          { name: "v1", weight: 90 },
          { name: "v2", weight: 10 },
        ];
        new Canary("web", { ...shop, service: "web", versions, trafficPolicy: pool });
      },
      [`Canary "web": trafficPolicy.${negative}`],
    ],
    [
      "a policy of one service",
      () => {
        new TrafficPolicy("web", { ...shop, service: "web", ...pool });
      },
      [`TrafficPolicy "web": ${negative}`],
    ],
    [
      "a scope",
      () => {
        new SidecarScope("shop", { ...shop, hosts: [later("web")] });
      },
      ['SidecarScope "shop": hosts[0]: "web": namespace/host is expected [IST0106]'],
    ],
    [
      "a rule",
      () => {
        new Authorization("web", {
          ...shop,
          rules: [{ from: [{ ipBlocks: [later("10.0.0.0/33")] }] }],
        });
      },
      [
        'Authorization "web": rules[0].from[0].ipBlocks[0]: "10.0.0.0/33": is not an IP address or a range such as "10.0.0.0/8" [IST0106]',
      ],
    ],
    [
      "a name that other components take over",
      () => {
        const args: MeshNamespaceArgs = { name: later("SHOP"), dataPlaneMode: "ambient" };
        const space = new MeshNamespace("shop", args);
        new Waypoint("waypoint", { namespace: space.name, enrol: true });
        new Authorization("web", { namespace: space.name, preset: "allow-nothing" });
      },
      [
        'MeshNamespace "shop": name: "SHOP" is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends); did you mean "shop"?',
      ],
    ],
    [
      "an address in a list of rules",
      () => {
        const args = {
          ...token,
          jwtRules: [{ issuer: "https://me", jwksUri: later("ftp://keys") }],
        };
        new JwtAuthentication("tokens", args);
      },
      [
        'JwtAuthentication "tokens": jwtRules[0].jwksUri: "ftp://keys": an address with http or https is expected [IST0106]',
      ],
    ],
    [
      "a secret, without its value",
      () => {
        const jwksUri = pulumi.secret(later("ftp://keys"));
        new JwtAuthentication("tokens", {
          ...token,
          jwtRules: [{ issuer: "https://me", jwksUri }],
        });
      },
      [
        'JwtAuthentication "tokens": jwtRules[0].jwksUri: an address with http or https is expected [IST0106]',
      ],
    ],
  ];
  for (const [what, program, told] of cases) {
    it(what, async () => {
      assert.deepEqual(await refusals(program), told);
    });
  }
});

describe("what an object of a component is warned of", () => {
  const asTold = [
    'JwtAuthentication "tokens": require: denies every connection that is not HTTP, as it looks at HTTP alone; name the ports it is for [IST0133]',
  ];
  const warnings = async (args: Partial<ConstructorParameters<typeof JwtAuthentication>[1]>) => {
    const seen = await runProgram(() => {
      new JwtAuthentication("tokens", { ...token, require: true, ...args });
    });
    assert.deepEqual(seen.refusals, []);
    return seen.warnings;
  };

  it("is told by the component's argument", async () => {
    assert.deepEqual(await warnings({}), asTold);
    assert.deepEqual(await warnings({ ports: [8080] }), []);
  });

  it("is told once, of however many rules and whenever the rest arrives", async () => {
    assert.deepEqual(await warnings({ allowPreflight: true }), asTold);
    assert.deepEqual(await warnings({ exemptPaths: ["/healthz"], allowPreflight: true }), asTold);
    assert.deepEqual(await warnings({ namespace: later("shop") }), asTold);
  });
});
