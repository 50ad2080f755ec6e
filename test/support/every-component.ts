import type * as pulumi from "@pulumi/pulumi";
import * as mesh from "../../components";

/** A component with arguments that work, and arguments that cannot. */
export interface Sample {
  /** Name of the exported class. */
  component: string;
  create(
    name: string,
    opts?: pulumi.ComponentResourceOptions,
    common?: mesh.CommonArgs,
  ): pulumi.ComponentResource;
  createWrongly(): unknown;
}

const versions = [
  { name: "v1", weight: 100 },
  { name: "v2", weight: 0 },
];
const wrong = "Not A Label";

/** One entry for each way in which a component creates different resources. */
export const samples: Sample[] = [
  {
    component: "ControlPlane",
    create: (name, opts, common) =>
      new mesh.ControlPlane(name, { ...common, profile: "sidecar" }, opts),
    createWrongly: () => new mesh.ControlPlane("x", { profile: "sidecar", namespace: wrong }),
  },
  {
    component: "ControlPlane",
    create: (name, opts, common) =>
      new mesh.ControlPlane(name, { ...common, profile: "ambient" }, opts),
    createWrongly: () => new mesh.ControlPlane("x", { profile: "ambient", preset: "demo" }),
  },
  {
    component: "IngressGateway",
    create: (name, opts, common) => new mesh.IngressGateway(name, { ...common }, opts),
    createWrongly: () => new mesh.IngressGateway("x", { namespace: wrong }),
  },
  {
    component: "MeshNamespace",
    create: (name, opts, common) =>
      new mesh.MeshNamespace(name, { ...common, mode: "sidecar" }, opts),
    createWrongly: () => new mesh.MeshNamespace("x", { mode: "sidecar", name: wrong }),
  },
  {
    component: "MeshNamespace",
    create: (name, opts, common) =>
      new mesh.MeshNamespace(name, { ...common, mode: "ambient", adopt: true }, opts),
    createWrongly: () => new mesh.MeshNamespace("x", { mode: "ambient", revision: "a" }),
  },
  {
    component: "AppGateway",
    create: (name, opts, common) =>
      new mesh.AppGateway(
        name,
        { ...common, namespace: "shop", routes: [{ service: "web", port: 80 }] },
        opts,
      ),
    createWrongly: () => new mesh.AppGateway("x", { namespace: "shop", routes: [] }),
  },
  {
    component: "Waypoint",
    create: (name, opts, common) => new mesh.Waypoint(name, { ...common, namespace: "shop" }, opts),
    createWrongly: () => new mesh.Waypoint("x", { namespace: wrong }),
  },
  {
    component: "Canary",
    create: (name, opts, common) =>
      new mesh.Canary(name, { ...common, service: "web", namespace: "shop", versions }, opts),
    createWrongly: () => new mesh.Canary("x", { service: "web", namespace: "shop", versions: [] }),
  },
  {
    component: "Canary",
    create: (name, opts, common) =>
      new mesh.Canary(
        name,
        {
          ...common,
          service: "web",
          namespace: "shop",
          versions,
          dialect: "gateway-api",
          port: 80,
        },
        opts,
      ),
    createWrongly: () =>
      new mesh.Canary("x", { service: "web", namespace: "shop", versions, dialect: "gateway-api" }),
  },
  {
    component: "MutualTls",
    create: (name, opts, common) =>
      new mesh.MutualTls(name, { ...common, namespace: "shop" }, opts),
    createWrongly: () => new mesh.MutualTls("x", { namespace: wrong }),
  },
  {
    component: "Bookinfo",
    create: (name, opts, common) => new mesh.Bookinfo(name, { ...common, namespace: "shop" }, opts),
    createWrongly: () => new mesh.Bookinfo("x", { namespace: "shop", reviews: ["v9"] }),
  },
  {
    component: "Client",
    create: (name, opts, common) => new mesh.Client(name, { ...common, namespace: "shop" }, opts),
    createWrongly: () => new mesh.Client("x", { namespace: wrong }),
  },
];
