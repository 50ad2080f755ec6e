import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { parseConfig } from "./config";

type Section = Record<string, unknown>;
const good: Record<string, Section | string> = {
  mesh: { profile: "sidecar" },
  namespaces: { shop: "sidecar", outside: "none" },
  bookinfo: { namespace: "shop", reviews: { v1: 80, v2: 20, v3: 0 } },
};

/** As Pulumi hands it over: full keys, structured values as JSON. */
const raw = (sections: Record<string, Section | string>) =>
  Object.fromEntries(
    Object.entries(sections).map(([key, value]) => [
      `istio-mesh:${key}`,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );

function problemsOf(sections: Record<string, Section | string>): string[] {
  try {
    parseConfig(raw({ ...good, ...sections }), "istio-mesh");
    return [];
  } catch (error) {
    assert.ok(pulumi.RunError.isInstance(error), String(error));
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
}

describe("the stack's configuration", () => {
  it("is handed through, weight 0 included, and other namespaces are left alone", () => {
    const config = parseConfig(
      {
        ...raw({ ...good, mutualTls: { shop: { namespace: "shop" } } }),
        "kubernetes:context": "x",
      },
      "istio-mesh",
    );
    assert.deepEqual(config, { ...good, mutualTls: { shop: { namespace: "shop" } } });
  });

  const refused: [string, Record<string, Section | string>, string[]][] = [
    [
      "an unknown section",
      { meshes: {} },
      [
        'istio-mesh:meshes: unknown key; allowed: mesh, gateway, certManager, namespaces, bookinfo, coolstore, revisionTags, issuers, certificates, externalServices, mutualTls, authorization, telemetry, checks, clients; did you mean "mesh"?',
      ],
    ],
    [
      "an unknown key",
      { bookinfo: { namespace: "bookinfo", reviews: { v1: 100 }, hots: "a.b" } },
      [
        'istio-mesh:bookinfo.hots: unknown key; allowed: namespace, host, credentialName, matches, timeout, retries, trafficPolicy, reviews, details, ratings, mysqlPassword, services, restricted, registry, tag, replicas, labels, annotations; did you mean "host"?',
      ],
    ],
    [
      "an unknown profile",
      { mesh: { profile: "default" } },
      ['istio-mesh:mesh.profile: "default" is unknown; allowed: sidecar, ambient'],
    ],
    [
      "a weight that is a text",
      { bookinfo: { namespace: "shop", reviews: { v1: "100" } } },
      ['istio-mesh:bookinfo.reviews.v1: is "100"; a number is expected'],
    ],
    [
      "a version that does not exist",
      { bookinfo: { namespace: "shop", reviews: { v4: 100 } } },
      ['istio-mesh:bookinfo.reviews.v4: "v4" is unknown; allowed: v1, v2, v3; did you mean "v1"?'],
    ],
    [
      "weights that add up to 90",
      { bookinfo: { namespace: "shop", reviews: { v1: 80, v2: 10 } } },
      ["istio-mesh:bookinfo.reviews: weights add up to 90 (v1 80, v2 10); they must add up to 100"],
    ],
    [
      "no weights",
      { bookinfo: { namespace: "shop", reviews: {} } },
      ["istio-mesh:bookinfo.reviews: is empty; allowed: v1, v2, v3"],
    ],
    [
      "a weight that is no percentage",
      { bookinfo: { namespace: "shop", reviews: { v1: 100.5, v2: -0.5 } } },
      [
        "istio-mesh:bookinfo.reviews.v1: 100.5 is not a whole number between 0 and 100",
        "istio-mesh:bookinfo.reviews.v2: -0.5 is not a whole number between 0 and 100",
      ],
    ],
    [
      "a host that nobody can ask for",
      { bookinfo: { namespace: "shop", reviews: { v1: 100 }, host: "shop_1" } },
      [
        'istio-mesh:bookinfo.host: "shop_1" is not a host name; allowed: a DNS name such as "shop.example.com", "*.example.com" or "*"',
      ],
    ],
    [
      "an unknown mode of a namespace",
      { namespaces: { shop: "sidecars" } },
      [
        'istio-mesh:namespaces.shop: "sidecars" is unknown; allowed: sidecar, ambient, none; did you mean "sidecar"?',
      ],
    ],
    [
      "a client whose name is no DNS label",
      { clients: { Sleep: "shop" } },
      [
        'istio-mesh:clients.Sleep: "Sleep" is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends); did you mean "sleep"?',
      ],
    ],
    [
      "a namespace that is not declared",
      { clients: { sleep: "shpo" } },
      [
        'istio-mesh:clients.sleep: "shpo" is not among the namespaces; allowed: shop, outside; did you mean "shop"?',
      ],
    ],
    [
      "a name that is no DNS label",
      { namespaces: { shop: "sidecar", Outside: "none" } },
      [
        'istio-mesh:namespaces.Outside: "Outside" is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends); did you mean "outside"?',
      ],
    ],
    [
      "an ambient namespace without ztunnel",
      { namespaces: { shop: "ambient" } },
      ['istio-mesh:namespaces.shop: "ambient" needs mesh.profile "ambient", and that is "sidecar"'],
    ],
    [
      "what the control plane would refuse",
      { mesh: { profile: "ambient", preset: "demo" } },
      [
        'istio-mesh:mesh.preset: "demo" cannot be joined with the ambient profile, which is a preset itself; leave it out and set what you need under values',
      ],
    ],
    [
      "what the gateway would refuse",
      { gateway: { gatewayName: "A" } },
      [
        'istio-mesh:gateway.gatewayName: "A" is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends); did you mean "a"?',
      ],
    ],
    [
      "a control plane of another stack",
      { gateway: { controlPlane: { revision: "other" } } },
      [
        "istio-mesh:gateway.controlPlane: is the control plane of this stack, which mesh describes; leave it out",
      ],
    ],
    [
      "a Secret that no gateway can have",
      {
        bookinfo: {
          namespace: "shop",
          reviews: { v1: 100 },
          host: "shop.example.com",
          credentialName: "A",
        },
      },
      [
        'istio-mesh:bookinfo.credentialName: "A" is not a DNS name (a-z, 0-9, "-" and ".", at most 253 characters)',
      ],
    ],
    [
      "versions of the shop that do not exist",
      { coolstore: { namespace: "shop", catalog: { v1: 90, v9: 10 } } },
      ['istio-mesh:coolstore.catalog.v9: "v9" is unknown; allowed: v1, v2; did you mean "v1"?'],
    ],
    [
      "two applications of which one has no namespace",
      { coolstore: { namespace: "shpo", catalog: { v1: 100 } } },
      [
        'istio-mesh:coolstore.namespace: "shpo" is not among the namespaces; allowed: shop, outside; did you mean "shop"?',
      ],
    ],
    [
      "what a namespace would refuse",
      {
        namespaces: { shop: { dataPlaneMode: "sidecar", name: "Shop" }, outside: "none" },
      },
      [
        'istio-mesh:namespaces.shop.name: "Shop" is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends); did you mean "shop"?',
      ],
    ],
    [
      "what cert-manager would refuse",
      { certManager: { namespace: "Certs" } },
      [
        'istio-mesh:certManager.namespace: "Certs" is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends); did you mean "certs"?',
      ],
    ],
    [
      "an unknown mode of mutual TLS",
      { mutualTls: { shop: { namespace: "shop", mode: "strict" } } },
      [
        'istio-mesh:mutualTls.shop.mode: "strict" is unknown; allowed: STRICT, PERMISSIVE, DISABLE, UNSET; did you mean "STRICT"?',
      ],
    ],
  ];
  for (const [what, sections, problems] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(problemsOf(sections), problems);
    });
  }

  it("reports problems of several sections at once", () => {
    const problems = problemsOf({
      mesh: { profile: "x" },
      mutualTls: { one: "x", two: { namespace: "X" } },
      bookinfo: {},
    });
    assert.deepEqual(
      problems.map((line) => line.split(": ")[0]),
      [
        "istio-mesh:bookinfo.namespace",
        "istio-mesh:bookinfo.reviews",
        "istio-mesh:mutualTls.one",
        "istio-mesh:mesh.profile",
        "istio-mesh:mutualTls.two.namespace",
      ],
    );
  });

  it("takes what the control plane and the gateway take, and asks them what an unknown key is", () => {
    const mesh = { profile: "sidecar", meshId: "one", autoscaling: { min: 2, max: 3 } };
    assert.deepEqual(problemsOf({ mesh, gateway: { numTrustedProxies: 1 } }), []);
    const [problem, ...others] = problemsOf({ mesh, gateway: { numTrustedProxys: 1 } });
    assert.match(
      problem ?? "",
      /^istio-mesh:gateway\.numTrustedProxys: is not an argument of IngressGateway;.*did you mean "numTrustedProxies"/,
    );
    assert.deepEqual(others, []);
  });

  it("says how many values are wrong", () => {
    assert.throws(
      () => parseConfig({}, "istio-mesh"),
      /^Error: The stack's configuration has 2 values that cannot work\n {2}istio-mesh:mesh: is missing/,
    );
  });

  it("is checked with the mirror's addresses in place", () => {
    const config = parseConfig(raw(good), "istio-mesh", { ISTIO_MESH_CHARTS: "/srv/charts" });
    assert.deepEqual(config.mesh.charts, { path: "/srv/charts" });
  });
});
