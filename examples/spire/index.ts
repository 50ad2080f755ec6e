// Identities from SPIRE in place of istiod's: curl and sleep of Istio's samples, whose Pods take their
// certificates from SPIRE's agent on their node, and the two objects that tell SPIRE whom to give which.
// Look at: `istioctl proxy-config secret deploy/curl -n spire-clients`, whose certificate has SPIRE as its
// issuer. SPIRE itself is the example spire-installation, which is up before Istio is installed.
import * as k8s from "@pulumi/kubernetes";
import { MeshMode, MeshNamespace } from "istio-mesh";

// For the control plane: `new ControlPlane("istio", { ...controlPlane })`. Pods that ask for the template `spire`
// beside the sidecar get the socket of SPIRE's agent, and gateways by `values: gatewayValues`.
const socket = { name: "workload-socket", csi: { driver: "csi.spiffe.io", readOnly: true } };
const mounted = {
  name: "workload-socket",
  mountPath: "/run/secrets/workload-spiffe-uds",
  readOnly: true,
};
export const controlPlane = {
  meshConfig: { trustDomain: "example.org" },
  values: {
    istiod: {
      sidecarInjectorWebhook: {
        templates: {
          spire: JSON.stringify({
            spec: {
              containers: [{ name: "istio-proxy", volumeMounts: [mounted] }],
              volumes: [socket],
            },
          }),
        },
      },
    },
  },
};
export const gatewayValues = { volumes: [socket], volumeMounts: [mounted] };

const { name: namespace } = new MeshNamespace("spire-clients", {
  dataPlaneMode: MeshMode.Sidecar,
});

const managed = { "spiffe.io/spire-managed-identity": "true" };
for (const name of ["curl", "sleep"]) {
  const labels = { app: name };
  new k8s.core.v1.ServiceAccount(name, { metadata: { name, namespace } });
  new k8s.core.v1.Service(name, {
    metadata: { name, namespace, labels: { ...labels, service: name } },
    spec: { ports: [{ port: 80, name: "http" }], selector: labels },
  });
  new k8s.apps.v1.Deployment(name, {
    metadata: { name, namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: {
          labels: { ...labels, ...managed },
          annotations: { "inject.istio.io/templates": "sidecar,spire" },
        },
        spec: {
          terminationGracePeriodSeconds: 0,
          serviceAccountName: name,
          containers: [
            {
              name,
              image: "docker.io/curlimages/curl:8.16.0",
              command: ["/bin/sleep", "infinity"],
              imagePullPolicy: "IfNotPresent",
              volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
              securityContext: { runAsUser: 1000 },
            },
          ],
          volumes: [{ name: "tmp", emptyDir: {} }],
        },
      },
    },
  });
}

// The same names as istiod's, so that policies mean the same callers.
new k8s.apiextensions.CustomResource("example", {
  apiVersion: "spire.spiffe.io/v1alpha1",
  kind: "ClusterSPIFFEID",
  metadata: { name: "example" },
  spec: {
    spiffeIDTemplate:
      "spiffe://{{ .TrustDomain }}/ns/{{ .PodMeta.Namespace }}/sa/{{ .PodSpec.ServiceAccountName }}",
    podSelector: { matchLabels: managed },
  },
});
// Callers of another cluster with a SPIRE and a trust domain of its own.
const cluster = "west";
new k8s.apiextensions.CustomResource(cluster, {
  apiVersion: "spire.spiffe.io/v1alpha1",
  kind: "ClusterFederatedTrustDomain",
  metadata: { name: cluster },
  spec: {
    className: "spire-spire",
    trustDomain: `${cluster}.local`,
    bundleEndpointURL: `https://spire.${cluster}.example.com:8443`,
    bundleEndpointProfile: {
      type: "https_spiffe",
      endpointSPIFFEID: `spiffe://${cluster}.local/spire/server`,
    },
  },
});
