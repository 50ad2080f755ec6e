import { MeshNamespace } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

export default {
  component: "MeshNamespace",
  samples: [
    {
      what: "created, with sidecars",
      create: (name, opts, common) =>
        new MeshNamespace(name, { ...common, name: "shop", dataPlaneMode: "sidecar" }, opts),
    },
    {
      what: "adopted, in ambient mode",
      create: (name, opts, common) =>
        new MeshNamespace(
          name,
          { ...common, name: "shop", dataPlaneMode: "ambient", adopt: true },
          opts,
        ),
    },
    {
      what: "with Deployments to restart",
      create: (name, opts, common) =>
        new MeshNamespace(
          name,
          {
            ...common,
            name: "shop",
            dataPlaneMode: "sidecar",
            restart: { deployments: ["web", "api"] },
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "a name that is no DNS label",
      create: () => new MeshNamespace("x", { dataPlaneMode: "sidecar", name: "Not A Label" }),
      at: "name",
      says: /"Not A Label" is not a DNS label/,
    },
    {
      what: "a revision in ambient mode",
      create: () => new MeshNamespace("x", { dataPlaneMode: "ambient", revision: "a" }),
      at: "revision",
      says: /dataPlaneMode "sidecar" only, and dataPlaneMode is "ambient"/,
    },
    {
      what: "a namespace of Kubernetes itself",
      create: () => new MeshNamespace("x", { dataPlaneMode: "sidecar", name: "kube-system" }),
      at: "name",
      says: /"kube-system" cannot join the mesh/,
    },
  ],
  outputs: ["dataPlaneMode", "name"],
  plain: ["adopt", "deleteNamespace"],
  handles: ["name", "revision", "waypoint", "waypointNamespace"],
  notTranslated: "labels choose which proxies there are, not what they do",
  notSubmitted: "a Namespace is no kind of Istio's",
  changes: changesOf(MeshNamespace, {
    bases: {
      "with sidecars": { name: "shop", dataPlaneMode: "sidecar" },
      "in ambient mode": { name: "shop", dataPlaneMode: "ambient" },
      adopted: { name: "shop", dataPlaneMode: "sidecar", adopt: true },
    },
    values: {
      waypoint: ["waypoint", "other"],
      waypointNamespace: [
        beside({ waypoint: "waypoint" }, "infra"),
        beside({ waypoint: "waypoint" }, "other"),
      ],
      ingressUseWaypoint: [
        beside({ waypoint: "waypoint" }, true),
        beside({ waypoint: "waypoint" }, false),
      ],
      restart: [{ deployments: ["web", "api"] }, { deployments: ["web"] }],
      dataPlaneMode: ["none"],
    },
  }),
} satisfies ComponentCase;
