import { meshCases } from "../../../test/support/mesh-cases";
import { ingressAnnotation } from "./ingress-annotation";

const ingress = (annotations: string, by = "ingressClassName: istio") => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: i, namespace: shop, annotations: {${annotations}}}
spec: {${by}, rules: [{host: a.b}]}
`;

meshCases(ingressAnnotation, {
  "finds settings of others": {
    yaml: ingress(
      'nginx.ingress.kubernetes.io/rewrite-target: /, a: b, traefik.ingress.kubernetes.io/x: "y"',
    ),
    says: ["nginx.ingress.kubernetes.io/rewrite-target", "traefik.ingress.kubernetes.io/x"].map(
      (name) => `warning Ingress i metadata.annotations["${name}"]`,
    ),
    messages: ["nginx.ingress.kubernetes.io/rewrite-target", "traefik.ingress.kubernetes.io/x"].map(
      (name) => `"${name}" is not read by istiod, which takes this Ingress`,
    ),
  },
  "takes what cert-manager reads": { yaml: ingress("cert-manager.io/cluster-issuer: a") },
  "leaves Ingresses of others alone": {
    yaml: ingress("nginx.ingress.kubernetes.io/rewrite-target: /", "ingressClassName: nginx"),
  },
});
