import * as k8s from "@pulumi/kubernetes";
import { networking } from "istio-mesh";
import type { Comparison } from "./paired";
import { registering } from "./program";

const count = 300;
const names = Array.from({ length: count }, (_, i) => `service-${i}`);

const args = (name: string) => {
  const host = `${name}.shop.svc.cluster.local`;
  const route = [
    { destination: { host, subset: "v1" }, weight: 90 },
    { destination: { host, subset: "v2" }, weight: 10 },
  ];
  return {
    metadata: { name, namespace: "shop" },
    spec: { hosts: [host], http: [{ route, timeout: "2s" }] },
  };
};

export default {
  title: `registering ${count} VirtualServices`,
  measures: ["ms"],
  rounds: 21,
  subject: {
    name: "networking.v1.VirtualService",
    run: () =>
      registering(() => {
        for (const name of names) {
          new networking.v1.VirtualService(name, args(name));
        }
      }),
  },
  baselines: [
    {
      name: "apiextensions.CustomResource",
      run: () =>
        registering(() => {
          const apiVersion = "networking.istio.io/v1";
          const aliases = ["v1beta1", "v1alpha3"].map((version) => ({
            type: `kubernetes:networking.istio.io/${version}:VirtualService`,
          }));
          for (const name of names) {
            const object = { apiVersion, kind: "VirtualService", ...args(name) };
            new k8s.apiextensions.CustomResource(name, object, { aliases });
          }
        }),
    },
  ],
} satisfies Comparison;
