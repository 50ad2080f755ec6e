import { ControlPlane } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

export default {
  component: "ControlPlane",
  samples: [
    {
      what: "in the sidecar profile",
      create: (name, opts, common) =>
        new ControlPlane(name, { ...common, profile: "sidecar" }, opts),
    },
    {
      what: "in the ambient profile",
      create: (name, opts, common) =>
        new ControlPlane(name, { ...common, profile: "ambient" }, opts),
    },
    {
      what: "with a revision that is the default",
      create: (name, opts, common) =>
        new ControlPlane(name, { ...common, profile: "sidecar", revision: name }, opts),
    },
    {
      what: "of the shared parts in ambient mode",
      create: (name, opts, common) =>
        new ControlPlane(name, { ...common, profile: "ambient", parts: "shared" }, opts),
    },
    {
      what: "of one istiod beside others",
      create: (name, opts, common) =>
        new ControlPlane(
          name,
          { ...common, profile: "sidecar", parts: "istiod", revision: "1-31-1" },
          opts,
        ),
    },
    {
      what: "by Helm releases",
      create: (name, opts) =>
        new ControlPlane(name, { profile: "sidecar", installer: "release" }, opts),
    },
    {
      what: "that expects the Gateway API",
      create: (name, opts, common) =>
        new ControlPlane(
          name,
          { ...common, profile: "ambient", gatewayApi: { mode: "expect" } },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "a namespace that is no DNS label",
      create: () => new ControlPlane("x", { profile: "sidecar", namespace: "Not A Label" }),
      at: "namespace",
      says: /"Not A Label" is not a DNS label/,
    },
    {
      what: "a preset beside the ambient profile",
      create: () => new ControlPlane("x", { profile: "ambient", preset: "demo" }),
      at: "preset",
      says: /"demo" cannot be joined with the ambient profile/,
    },
    {
      what: "the retired chart repository",
      create: () =>
        new ControlPlane("x", {
          profile: "sidecar",
          charts: { repository: "https://istio-release.storage.googleapis.com/charts" },
        }),
      at: "charts.repository",
      says: /is retired and being switched off; use "https:\/\/blob\.istio\.io/,
    },
    {
      what: "a revision with dots",
      create: () => new ControlPlane("x", { profile: "sidecar", revision: "1.31.1" }),
      at: "revision",
      says: /"1\.31\.1" is not a DNS label.*did you mean "1-31-1"/,
    },
    {
      what: "more istiods at least than at most, in the chart's values",
      create: () =>
        new ControlPlane("x", {
          profile: "sidecar",
          values: { istiod: { pilot: { autoscaleMin: 6 } } },
        }),
      at: "values.istiod.pilot.autoscaleMin",
      says: /6: at least 6 and at most 5 istiods is nothing.*autoscaleMax/,
    },
    {
      what: "the network of a cluster in two ways",
      create: () =>
        new ControlPlane("x", {
          profile: "sidecar",
          network: "network1",
          values: { istiod: { global: { network: "network-1" } } },
        }),
      at: "values.istiod.global.network",
      says: /"network-1" is not network, which is "network1"/,
    },
    {
      what: "to delete a namespace that it does not create",
      create: () =>
        new ControlPlane("x", {
          profile: "sidecar",
          createNamespace: false,
          deleteNamespace: true,
        }),
      at: "deleteNamespace",
      says: /is for a namespace that the component creates/,
    },
    {
      what: "a mesh setting that Istio does not know",
      create: () =>
        new ControlPlane("x", {
          profile: "sidecar",
          meshConfig: { accessLogEncoding: "json" },
        }),
      at: "meshConfig.accessLogEncoding",
      says: /"json" is unknown; allowed: TEXT, JSON; did you mean "JSON"/,
    },
  ],
  outputs: [
    "clusterDomain",
    "handle",
    "istiodHost",
    "namespace",
    "network",
    "profile",
    "revision",
    "rootNamespace",
    "trustDomain",
    "version",
  ],
  plain: ["cni", "createNamespace", "defaultRevision", "deleteNamespace", "revision", "version"],
  handles: ["clusterDomain", "clusterName", "imagePullSecrets", "meshId", "namespace", "network"],
  rendered: true,
  notSubmitted: "the charts make its objects; a render test judges them",
  changes: changesOf(ControlPlane, {
    bases: {
      sidecar: { profile: "sidecar" },
      ambient: { profile: "ambient" },
      "one istiod of several": { profile: "sidecar", parts: "istiod", revision: "1-31-1" },
      "the shared parts": { profile: "ambient", parts: "shared" },
      "by releases": { profile: "sidecar", installer: "release" },
    },
    values: {
      revisionTags: [["stable"], ["stable", "prod"]],
      defaultRevision: ["1-31-1", "1-31-0"],
      agentNamespace: ["agents"],
      meshConfig: [
        { accessLogFile: "/dev/stdout" },
        { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } },
        { defaultConfig: { concurrency: 2 } },
      ],
      meshId: ["mesh1", "mesh2"],
      clusterName: ["cluster1", "cluster2"],
      network: ["network1", "network2"],
      autoscaling: [{ min: 2, max: 4 }],
      podDisruptionBudget: [beside({ replicas: 2 }, { minAvailable: 1 })],
      values: [{ istiod: { pilot: { traceSampling: 1 } } }],
      gatewayApi: [{ mode: "install" }, { mode: "expect" }],
      imagePullSecrets: [["pull"]],
      revision: ["1-31-0"],
      preset: ["demo"],
      parts: [beside({ revision: "1-31-1" }, "istiod")],
    },
  }),
} satisfies ComponentCase;
