import * as k8s from "@pulumi/kubernetes";
import { Canary } from "istio-mesh";
import type { Comparison } from "./paired";
import { registering } from "./program";

const count = 100;
const namespace = "shop";
const names = Array.from({ length: count }, (_, i) => `service-${i}`);

/** What a Canary creates, written by hand. */
function raw(service: string): void {
  const host = `${service}.${namespace}.svc.cluster.local`;
  const apiVersion = "networking.istio.io/v1";
  const rules = ["v1", "v2"].map(
    (version) =>
      new k8s.apiextensions.CustomResource(`${service}-${version}`, {
        apiVersion,
        kind: "DestinationRule",
        metadata: { name: `${service}-${version}`, namespace },
        spec: { host, subsets: [{ name: version, labels: { version } }] },
      }),
  );
  const route = ["v1", "v2"].map((subset, i) => ({
    destination: { host, subset },
    weight: i === 0 ? 90 : 10,
  }));
  new k8s.apiextensions.CustomResource(
    service,
    {
      apiVersion,
      kind: "VirtualService",
      metadata: { name: service, namespace },
      spec: { hosts: [host], gateways: ["mesh"], http: [{ route }] },
    },
    { dependsOn: rules },
  );
}

export default {
  title: `registering ${count} canaries of two versions, ms`,
  rounds: 15,
  subject: {
    name: "Canary",
    run: () =>
      registering(() => {
        for (const service of names) {
          new Canary(service, {
            service,
            namespace,
            versions: [
              { name: "v1", weight: 90 },
              { name: "v2", weight: 10 },
            ],
          });
        }
      }),
  },
  baseline: { name: "the same objects, raw", run: () => registering(() => names.forEach(raw)) },
} satisfies Comparison;
