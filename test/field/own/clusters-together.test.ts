import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  CertificateIssuer,
  Client,
  ControlPlane,
  type ControlPlaneArgs,
  GatewayCertificate,
  IngressGateway,
  MeshCa,
  MeshNamespace,
  MutualTls,
  Waypoint,
} from "../../../components";
import { every, ownCase, silent, warned } from "../../support/field-right";

const cluster = (context: string): { provider: k8s.Provider } => ({
  provider: new k8s.Provider(context, { context }),
});

const control = (opts: pulumi.ComponentResourceOptions) =>
  new ControlPlane("istio", { profile: "sidecar" }, opts);

const shop = (opts: pulumi.ComponentResourceOptions, label = "shop") =>
  new MeshNamespace(label, { name: "shop", dataPlaneMode: "sidecar" }, opts);

const elsewhere = (owner: string, giver: string, output: string, name: string) =>
  warned(
    new RegExp(
      `^${owner}: opts.provider: goes to another cluster than ${giver}, whose output ${output} is the namespace \\(${name}\\), and nothing of the program is in a namespace of this name there; give both the same provider`,
    ),
  );

describe("field: two clusters, and the provider is forgotten", () => {
  ownCase(
    "on what is in the namespace of another component",
    () => {
      const east = cluster("east");
      new MutualTls("mesh", { namespace: control(east).namespace });
      const { name: namespace } = shop(east);
      new Client("caller", { namespace });
      new Waypoint("waypoint", { namespace });
      const { namespace: gatewayNamespace } = new IngressGateway("edge", {}, east);
      const issued = { issuer: { name: "ca" } };
      new GatewayCertificate("tls", { gatewayNamespace, dnsNames: ["a.example.com"], issued });
      const metadata = { name: "settings", namespace };
      new k8s.core.v1.ConfigMap("settings", { metadata, data: {} });
    },
    every(
      elsewhere('MutualTls "mesh"', 'ControlPlane "istio"', "namespace", "istio-system"),
      elsewhere('Client "caller"', 'MeshNamespace "shop"', "name", "shop"),
      elsewhere('Waypoint "waypoint"', 'MeshNamespace "shop"', "name", "shop"),
      elsewhere('GatewayCertificate "tls"', 'IngressGateway "edge"', "namespace", "istio-ingress"),
      elsewhere('ConfigMap "settings"', 'MeshNamespace "shop"', "name", "shop"),
    ),
  );
  ownCase(
    "on none: each has its own",
    () => {
      for (const context of ["west", "east"]) {
        const opts = cluster(context);
        const { name: namespace } = shop(opts, `${context}-shop`);
        new Client(`${context}-caller`, { namespace }, opts);
      }
    },
    silent("each in its own cluster"),
  );
  ownCase(
    "on none: a name is handed on to a namespace of the same name",
    () => {
      const [west, east] = [cluster("west"), cluster("east")];
      const { name } = shop(west, "west-shop");
      new Client("caller", { namespace: name }, east);
      new MeshNamespace("east-shop", { name, dataPlaneMode: "sidecar" }, east);
    },
    silent("the other cluster has it too"),
  );
  ownCase(
    "on none: the text of a name says nothing of a cluster",
    () => {
      const east = cluster("east");
      shop(east);
      new Client("caller", { namespace: "shop" });
    },
    silent("a namespace of the default cluster"),
  );
  ownCase(
    "on none: there is one cluster",
    () => {
      const { namespace } = control({});
      new MutualTls("mesh", { namespace });
      const { name } = shop({});
      const { selector } = new IngressGateway("edge", {});
      const routes = [{ service: "web", port: 80 }];
      new AppGateway("web", { namespace: name, hosts: ["a.example.com"], selector, routes });
    },
    silent("all goes to it"),
  );
});

describe("field: two clusters of one mesh", () => {
  const istio = "istio-system";
  /** Both clusters, with a CA in a namespace that was there before. */
  const mesh = (
    settings: (name: string) => Partial<ControlPlaneArgs>,
    ca?: (name: string, opts: pulumi.ComponentResourceOptions) => MeshCa,
  ) =>
    ["west", "east"].map((name) => {
      const opts = cluster(name);
      const root = ca?.(name, opts);
      const own = { meshId: "shop", clusterName: name, network: name, ...settings(name) };
      const created = root && { createNamespace: false };
      return new ControlPlane(
        name,
        { profile: "sidecar", ...created, ...own },
        { ...opts, ...(root && { dependsOn: [root] }) },
      );
    });
  const issued = (name: string, opts: pulumi.ComponentResourceOptions, own: object) =>
    new MeshCa(
      `${name}-ca`,
      {
        namespace: istio,
        issued: { issuer: new CertificateIssuer(`${name}-root`, { name: "root", ...own }, opts) },
      },
      opts,
    );
  const shared = (name: string, opts: pulumi.ComponentResourceOptions) =>
    issued(name, opts, { ca: { secretName: "root" } });

  ownCase(
    "that have one name",
    () => mesh(() => ({ clusterName: "main" }), shared),
    warned(
      /^ControlPlane "west": clusterName: in mesh "shop": "main" is the name of the cluster of ControlPlane "east" too: /,
    ),
  );
  ownCase(
    "that are two trust domains",
    () => mesh((name) => ({ meshConfig: { trustDomain: `${name}.example` } }), shared),
    warned(
      /^ControlPlane "east": meshConfig.trustDomain: in mesh "shop": "east.example" is not that of ControlPlane "west", "west.example": .*; add "west.example" to meshConfig.trustDomainAliases/,
    ),
  );
  ownCase(
    "each with the CA that istiod makes",
    () => mesh(() => ({})),
    warned(
      /^ControlPlane "west": createNamespace: in mesh "shop": istiod and its namespace are made together, and it signs with a CA of its own, which ControlPlane "east" does not trust: /,
    ),
  );
  ownCase(
    "each with the CA that its issuer makes",
    () =>
      mesh(
        () => ({}),
        (name, opts) => issued(name, opts, { ownCa: { commonName: "root" } }),
      ),
    warned(
      /^ControlPlane "west": meshId: in mesh "shop": the CA of MeshCa "west-ca" is that of CertificateIssuer "west-root", which makes a root of its own \(ownCa\) in this cluster, which ControlPlane "east" does not trust: /,
    ),
  );
  ownCase("with one CA", () => mesh(() => ({}), shared), silent("they trust each other"));
  ownCase(
    "that know each other's trust domain",
    () =>
      mesh(
        (name) => ({
          meshConfig: {
            trustDomain: `${name}.example`,
            trustDomainAliases: ["west.example", "east.example"],
          },
        }),
        shared,
      ),
    silent("they let each other in"),
  );
  ownCase(
    "with an authority outside",
    () => mesh(() => ({ values: { istiod: { global: { caAddress: "ca.example.com:443" } } } })),
    silent("others sign"),
  );
  ownCase(
    "that are two meshes",
    () => mesh((name) => ({ meshId: name, clusterName: "main" })),
    silent("nothing connects them"),
  );
});
