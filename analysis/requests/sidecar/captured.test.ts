import assert from "node:assert/strict";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import { answer } from "../ask";
import { requestFromUrl } from "../from-url";

const prefix = "traffic.sidecar.istio.io/";

const named = (apiVersion: string, kind: string, name: string, spec: object, more: object = {}) =>
  ({
    apiVersion,
    kind,
    metadata: { name, namespace: "shop", ...more },
    spec,
  }) as KubernetesObject;

const pods = (name: string, annotations: object) =>
  named("apps/v1", "Deployment", name, {
    template: { metadata: { labels: { app: name }, annotations } },
  });

const ground = [
  {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: "shop", labels: { "istio-injection": "enabled" } },
  },
  named("v1", "Service", "web", {
    clusterIP: "10.96.0.7",
    selector: { app: "web" },
    ports: [{ name: "http", port: 80, targetPort: 8080 }],
  }),
  named("security.istio.io/v1", "PeerAuthentication", "default", { mtls: { mode: "STRICT" } }),
];

/** What becomes of a call of a client, and whether mutual TLS is asked for, with annotations on either side. */
function asked(
  { client = {}, server = {} }: { client?: object; server?: object },
  url = "http://web/",
  meshConfig: object = {},
) {
  const objects = [...ground, pods("client", client), pods("web", server)];
  const mesh = new Mesh(objects, { meshConfig: { ...meshConfig } });
  const from = { kind: "workload", namespace: "shop", name: "client" } as const;
  return answer(mesh, requestFromUrl(from, undefined, url));
}

const outcome = (client: object, url?: string) => asked({ client }, url).outcome;

describe("calls that go past the sidecar of their client", () => {
  it("are in plain text, as its annotation of a port says", () => {
    const { outcome, tls, trail } = asked({ client: { [`${prefix}excludeOutboundPorts`]: "80" } });
    assert.equal(outcome, "tlsRefused");
    assert.deepEqual(tls, [{ hop: "client → web", mode: "DISABLE" }]);
    assert.deepEqual(trail[0], {
      kind: "Deployment",
      namespace: "shop",
      name: "client",
      path: `spec.template.metadata.annotations["${prefix}excludeOutboundPorts"]`,
    });
  });

  it("are told from those that go by it", () => {
    assert.equal(outcome({ [`${prefix}excludeOutboundPorts`]: "81, 8080" }), "routed");
    assert.equal(outcome({ [`${prefix}excludeOutboundIPRanges`]: "10.96.0.0/16" }), "tlsRefused");
    assert.equal(outcome({ [`${prefix}excludeOutboundIPRanges`]: "10.97.0.0/16" }), "routed");
    assert.equal(outcome({ [`${prefix}includeOutboundIPRanges`]: "10.97.0.0/16" }), "tlsRefused");
    assert.equal(outcome({ [`${prefix}includeOutboundIPRanges`]: "10.96.0.7" }), "routed");
    assert.equal(outcome({ [`${prefix}includeOutboundIPRanges`]: "" }), "tlsRefused");
    const both = {
      [`${prefix}includeOutboundIPRanges`]: "",
      [`${prefix}includeOutboundPorts`]: "80",
    };
    assert.equal(outcome(both), "routed");
    assert.equal(outcome({ ...both, [`${prefix}excludeOutboundPorts`]: "80" }), "tlsRefused");
  });

  it("leave the mesh where nobody may", () => {
    const closed = { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } };
    const client = { [`${prefix}includeOutboundIPRanges`]: "10.96.0.0/16" };
    assert.equal(asked({}, "http://192.0.2.1/", closed).outcome, "unavailable");
    assert.equal(asked({ client }, "http://192.0.2.1/", closed).outcome, "routed");
  });

  it("are not judged where an address decides that nobody says", () => {
    const { outcome, notModelled } = asked(
      { client: { [`${prefix}excludeOutboundIPRanges`]: "192.0.2.0/24" } },
      "http://pay.example.com/",
    );
    assert.equal(outcome, "notJudged");
    assert.deepEqual(notModelled, [
      `whether annotation ${prefix}excludeOutboundIPRanges takes calls of pay.example.com past the sidecar: its address is not declared`,
    ]);
  });
});

describe("connections that go past the sidecar of their server", () => {
  const past = { [`${prefix}excludeInboundPorts`]: "8080" };
  const plain = { [`${prefix}excludeOutboundPorts`]: "80" };

  it("meet neither its mode nor its certificate", () => {
    assert.equal(asked({ client: plain, server: past }).outcome, "routed");
    const { outcome, status } = asked({ server: past });
    assert.deepEqual({ outcome, status }, { outcome: "tlsRefused", status: 503 });
  });

  it("are all but those that are listed, where some are", () => {
    const listed = (ports: string) => ({ ...past, [`${prefix}includeInboundPorts`]: ports });
    assert.equal(asked({ client: plain, server: listed("9090") }).outcome, "routed");
    assert.equal(asked({ client: plain, server: listed("8080") }).outcome, "tlsRefused");
  });
});
