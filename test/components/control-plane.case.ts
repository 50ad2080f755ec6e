import { ControlPlane } from "../../components";
import type { ComponentCase } from "../support/component-case";

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
  ],
  outputs: ["namespace", "profile", "revision", "version"],
  plain: ["cni", "version"],
  rendered: true,
  notSubmitted: "the charts make its objects; a render test judges them",
} satisfies ComponentCase;
