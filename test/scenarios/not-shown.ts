/** Files of Istio's samples with objects of the mesh that no example is, and why. */
export const notShown: Readonly<Record<string, string>> = {
  "samples/multicluster/expose-istiod-https.yaml":
    "a control plane outside of the cluster, whose Service a load balancer ends TLS for",
};
