import { Waypoint } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { changesOf } from "../support/transitions/changes";

export default {
  component: "Waypoint",
  samples: [
    {
      what: "for the Services of a namespace",
      create: (name, opts, common) => new Waypoint(name, { ...common, namespace: "shop" }, opts),
    },
    {
      what: "that enrols its namespace, with Pods of its own size",
      create: (name, opts, common) =>
        new Waypoint(name, { ...common, namespace: "shop", enrol: true, replicas: 2 }, opts),
    },
    {
      what: "that enrols chosen Services",
      create: (name, opts, common) =>
        new Waypoint(name, { ...common, namespace: "shop", enrolServices: ["web"] }, opts),
    },
  ],
  refusals: [
    {
      what: "a namespace that is no DNS label",
      create: () => new Waypoint("x", { namespace: "Not A Label" }),
      at: "namespace",
      says: /"Not A Label" is not a DNS label/,
    },
    {
      what: "the reserved name",
      create: () => new Waypoint("x", { namespace: "shop", name: "none" }),
      at: "name",
      says: /"none" is reserved/,
    },
    {
      what: "an unknown kind of traffic",
      create: () => new Waypoint("x", { namespace: "shop", waypointFor: "pod" as "workload" }),
      at: "waypointFor",
      says: /"pod" is unknown; allowed: service, workload, all, none/,
    },
  ],
  outputs: ["name", "namespace", "principal"],
  plain: ["enrol"],
  handles: ["namespace", "revision"],
  changes: changesOf(Waypoint, {
    bases: {
      "for a namespace": { namespace: "shop", enrol: true },
      "for Services": { namespace: "shop", enrolServices: ["web"] },
    },
    values: {
      enrolServices: [["web", "api"], ["api"]],
      namespaceSelector: [{ team: "mesh" }],
      canaryWeight: [10, 50],
      autoscaling: [{ min: 2, max: 4 }],
      resources: [{ requests: { cpu: "200m" } }],
    },
  }),
} satisfies ComponentCase;
