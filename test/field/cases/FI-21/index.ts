// @ts-nocheck: run without types, as users run it.
// Shared parts, one istiod with a revision, and the first policy. Nobody named a default revision.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, MutualTls } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");

const common = { profile: "sidecar", size: "small", charts } as const;
const shared = new ControlPlane("shared", { ...common, parts: "shared" });
const istiod = new ControlPlane(
  "istiod",
  { ...common, parts: "istiod", revision: "1-31-1" },
  { dependsOn: [shared] },
);
new MutualTls(
  "strict",
  { namespace: istiod.rootNamespace, mode: "STRICT" },
  { dependsOn: [istiod] },
);
