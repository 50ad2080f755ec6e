// A release that Flagger steers, from "Istio in Action", chapter 5: its Canary is named here, and Flagger
// writes the routes, moves a tenth of webapp's requests every 45 seconds, and goes back when too many fail.
// What Flagger changes of the shop's objects stays as Flagger leaves it.
// Look at: `kubectl -n istioinaction get canary catalog-release --watch` after a change of catalog's image.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { Coolstore, MeshMode, MeshNamespace } from "istio-mesh";

/** Fields of catalog's objects that are Flagger's, by type. */
const flaggers: Record<string, string[]> = {
  // The Service leads to the Pods of the last good version, and the Deployment has Pods for a test only.
  "kubernetes:core/v1:Service": ["spec.selector"],
  "kubernetes:apps/v1:Deployment": ["spec.replicas"],
};
const leaveToFlagger: pulumi.ResourceTransform = ({ type, props, opts }) => {
  const ignoreChanges = flaggers[type];
  return props.metadata?.name === "catalog" && ignoreChanges
    ? { props, opts: pulumi.mergeOptions(opts, { ignoreChanges }) }
    : undefined;
};

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore(
  "coolstore",
  { namespace, localUsers: true },
  { transforms: [leaveToFlagger] },
);

new k8s.apiextensions.CustomResource(
  "catalog-release",
  {
    apiVersion: "flagger.app/v1beta1",
    kind: "Canary",
    metadata: { name: "catalog-release", namespace },
    spec: {
      targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "catalog" },
      progressDeadlineSeconds: 60,
      service: {
        name: "catalog",
        port: 80,
        targetPort: 3000,
        gateways: ["mesh"],
        hosts: ["catalog"],
      },
      analysis: {
        interval: "45s",
        threshold: 5,
        maxWeight: 50,
        stepWeight: 10,
        match: [{ sourceLabels: { app: "webapp" } }],
        metrics: [
          { name: "request-success-rate", thresholdRange: { min: 99 }, interval: "1m" },
          { name: "request-duration", thresholdRange: { max: 500 }, interval: "30s" },
        ],
      },
    },
  },
  { dependsOn: [app] },
);
