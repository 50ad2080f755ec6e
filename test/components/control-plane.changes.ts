import { ControlPlane } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

export default changesOf(ControlPlane, {
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
});
