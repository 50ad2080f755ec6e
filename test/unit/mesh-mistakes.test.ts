import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  Authorization,
  Canary,
  GatewayCertificate,
  MeshNamespace,
  MutualTls,
} from "../../components";
import { runChecked } from "../support/field-program";

const deployment = (name: string, version: string) =>
  new k8s.apps.v1.Deployment(`${name}-${version}`, {
    metadata: { name: `${name}-${version}`, namespace: "shop" },
    spec: {
      selector: { matchLabels: { app: name, version } },
      template: {
        metadata: { labels: { app: name, version } },
        spec: { containers: [{ name: "app", image: "app", ports: [{ containerPort: 8080 }] }] },
      },
    },
  });

/** A namespace in the mesh with one application of two versions. */
function shop(): void {
  new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
  new k8s.core.v1.Service("web", {
    metadata: { name: "web", namespace: "shop" },
    spec: { selector: { app: "web" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
  });
  deployment("web", "v1");
  deployment("web", "v2");
}

/** The gateway as its chart makes it. */
function gateway(): void {
  const metadata = { name: "istio-ingressgateway", namespace: "istio-ingress" };
  const labels = { app: "istio-ingressgateway", istio: "ingressgateway" };
  new k8s.apps.v1.Deployment("gateway", {
    metadata,
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: { "inject.istio.io/templates": "gateway" } },
        spec: {
          serviceAccountName: "istio-ingressgateway",
          containers: [{ name: "istio-proxy", image: "auto" }],
        },
      },
    },
  });
  new k8s.core.v1.Service("gateway", {
    metadata,
    spec: {
      selector: labels,
      ports: [
        { name: "http2", port: 80, targetPort: 80 },
        { name: "https", port: 443, targetPort: 443 },
      ],
    },
  });
}

const versions = [
  { name: "v1", weight: 90 },
  { name: "v2", weight: 10 },
];
const routes = [{ prefix: ["/"], service: "web", port: 80 }];
const hosts = ["shop.example.com"];

const edge = (more: object = {}) =>
  new AppGateway("web", { namespace: "shop", hosts, routes, ...more });

const secureEdge = () =>
  new AppGateway("web", {
    namespace: "shop",
    servers: [
      {
        port: 443,
        protocol: "HTTPS",
        hosts,
        tls: { mode: "SIMPLE", credentialName: "shop-tls" },
      },
    ],
    routes,
  });

/** All that ends the program, without the lines of help. */
async function errorsOf(program: () => void): Promise<string[]> {
  const { refusals } = await runChecked(() => {
    shop();
    program();
  });
  return refusals.map(({ text }) => text.split("\n").slice(0, 2).join("\n"));
}

/** Mistakes that were made when the library was tried, each of which the cluster takes. */
const mistakes: readonly (readonly [title: string, program: () => void, error: RegExp])[] = [
  [
    "wrong Service name in a Canary",
    () => new Canary("web", { namespace: "shop", service: "wbe", versions }),
    /^VirtualService wbe\.shop: .*there is no Service wbe in namespace shop; did you mean "web"\?/,
  ],
  [
    "wrong Service port in a Canary",
    () => new Canary("web", { namespace: "shop", service: "web", port: 8081, versions }),
    /^Canary "web".*\n.*port: 8081 is none of Service shop\/web; allowed: 80 \(http\)/,
  ],
  [
    "wrong port in an edge's route",
    () => edge({ routes: [{ prefix: ["/"], service: "web", port: 8088 }] }),
    /^AppGateway "web".*\n.*routes\[0\]\.port: 8088 is none of the Service's ports; allowed: 80/,
  ],
  [
    "a gateway selector of nobody",
    () => {
      gateway();
      edge({ selector: { istio: "ingresgateway" } });
    },
    /^Gateway web\.shop: .*no Pod has the label istio=ingresgateway; that of Deployment istio-ingressgateway in namespace istio-ingress is istio=ingressgateway/,
  ],
  [
    "an Authorization that shuts the gateway out",
    () => {
      gateway();
      edge();
      const rules = [{ from: [{ namespaces: ["shop"] }] }];
      new Authorization("web", { namespace: "shop", selector: { app: "web" }, rules });
    },
    /^AuthorizationPolicy web\.shop: .*gateway shop\/web .* is not let in to Deployment web-v1\.shop/,
  ],
  [
    "STRICT with a client outside",
    () => {
      new MeshNamespace("outside", { dataPlaneMode: "none" });
      new MutualTls("shop", { namespace: "shop", mode: "STRICT" });
      new k8s.apps.v1.Deployment("reports", {
        metadata: { name: "reports", namespace: "outside" },
        spec: {
          selector: { matchLabels: { app: "reports" } },
          template: {
            metadata: { labels: { app: "reports" } },
            spec: {
              containers: [
                { name: "app", image: "app", env: [{ name: "WEB", value: "http://web.shop/" }] },
              ],
            },
          },
        },
      });
    },
    /^Deployment reports\.outside: .*outside the mesh and calls "http:\/\/web\.shop\/".*PeerAuthentication default\.shop/,
  ],
  [
    "a version without Pods",
    () => {
      const all = [
        { name: "v1", weight: 50 },
        { name: "v3", weight: 50 },
      ];
      new Canary("web", { namespace: "shop", service: "web", versions: all });
    },
    /^DestinationRule web-v3\.shop: .*subset "v3" chooses no Pod of Service web by version=v3: its Pods have version=v1, v2/,
  ],
  [
    "a TLS Secret in the application's namespace, by GatewayCertificate",
    () => {
      gateway();
      const issued = { issuer: { name: "ca" } };
      const certificate = { gatewayNamespace: "shop", credentialName: "shop-tls" };
      new GatewayCertificate("shop", { ...certificate, dnsNames: hosts, issued });
      secureEdge();
    },
    /Secret shop-tls is (?:made )?in namespace shop, and the gateway's Pods are in istio-ingress/,
  ],
  [
    "a TLS Secret in the application's namespace, by hand",
    () => {
      gateway();
      new k8s.core.v1.Secret("shop-tls", {
        metadata: { name: "shop-tls", namespace: "shop" },
        type: "kubernetes.io/tls",
        stringData: { "tls.crt": "", "tls.key": "" },
      });
      secureEdge();
    },
    /^Gateway web\.shop: .*Secret shop-tls is in namespace shop, and the gateway's Pods are in istio-ingress/,
  ],
  [
    "a Canary that names a Gateway that is not there",
    () => {
      gateway();
      new AppGateway("other", {
        namespace: "shop",
        hosts: ["other.example.com"],
        routes: [{ prefix: ["/"], service: "web-v1", port: 80 }],
      });
      new Canary("web", {
        namespace: "shop",
        service: "web",
        versions,
        gateways: ["shop/wbe"],
        hosts: ["a.example.com"],
      });
    },
    /shop\/wbe/,
  ],
];

describe("mistakes of a first day", () => {
  it("are none where a program is right", async () => {
    assert.deepEqual(
      await errorsOf(() => {
        gateway();
        const split = new Canary("web", { namespace: "shop", service: "web", versions });
        const toSplit = [{ prefix: ["/"], canary: split, port: 80 }];
        new AppGateway("edge", { namespace: "shop", hosts, routes: toSplit });
      }),
      [],
    );
  });

  for (const [title, program, error] of mistakes) {
    it(`${title}: the preview ends, with both sides named`, async () => {
      const errors = await errorsOf(program);
      assert.equal(
        errors.some((text) => error.test(text)),
        true,
        errors.join("\n"),
      );
    });
  }
});
