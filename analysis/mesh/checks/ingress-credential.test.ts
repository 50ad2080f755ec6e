import { deployment, meshCases } from "../../../test/support/mesh-cases";
import { ingressCredential } from "./ingress-credential";

const gate = (label = "ingressgateway") => deployment("gates", "gate", `istio: ${label}`);
const cert = (place: string) => `---
apiVersion: v1
kind: Secret
metadata: {name: cert, namespace: ${place}}
type: kubernetes.io/tls
`;
const ingress = (by: string, annotations = "") => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: shop, annotations: {${annotations}}}
spec: {${by}tls: [{hosts: [a.example.com], secretName: cert}, {hosts: [b.example.com]}]}
`;
const istios = ingress("ingressClassName: istio, ");
const annotated = (name: string) => ingress("", `kubernetes.io/ingress.class: ${name}`);
const classOf = (name: string, controller: string) => `---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: ${name}}
spec: {controller: ${controller}}
`;
const config = (mesh: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "${mesh}"}
`;
const found = ["error Ingress web spec.tls[0].secretName"];
const warned = ["warning Ingress web spec.tls[0].secretName"];

meshCases(ingressCredential, {
  "finds a Secret beside the Ingress": { yaml: gate() + cert("shop") + istios, says: found },
  "takes one beside the gateway": { yaml: gate() + cert("gates") + istios },
  "knows an Ingress by its annotation": {
    yaml: gate() + cert("shop") + annotated("istio"),
    says: found,
  },
  "leaves an annotation of others to them": {
    yaml: gate() + cert("shop") + annotated("nginx"),
  },
  "knows the mesh's own word for the annotation": {
    yaml: config("ingressClass: inside") + gate() + cert("shop") + annotated("inside"),
    says: found,
  },
  "leaves Ingresses alone that istiod is told to": {
    yaml: config("ingressControllerMode: 'OFF'") + gate() + cert("shop") + annotated("istio"),
  },
  "knows a class by its controller": {
    yaml:
      classOf("edge", "istio.io/ingress-controller") +
      gate() +
      cert("shop") +
      ingress("ingressClassName: edge, "),
    says: found,
  },
  "knows a class of others by its controller, whatever it is called": {
    yaml: classOf("istio", "k8s.io/ingress-nginx") + gate() + cert("shop") + istios,
  },
  "takes an Ingress without a class for istiod's where the mesh says so": {
    yaml: config("ingressControllerMode: DEFAULT") + gate() + cert("shop") + ingress(""),
    says: found,
  },
  "leaves one without a class alone otherwise": { yaml: gate() + cert("shop") + ingress("") },
  "knows the gateway by the mesh's selector": {
    yaml: config("ingressSelector: front") + gate("front") + cert("shop") + istios,
    says: found,
  },
  "knows the gateway by the mesh's Service": {
    yaml: config("ingressService: front") + gate("front") + cert("gates") + istios,
  },
  "warns where the gateway is not declared": { yaml: cert("shop") + istios, says: warned },
  "does not know where an undeclared gateway is": {
    yaml: cert("gates") + istios,
    says: ["not declared: the Pods with istio=ingressgateway, which read Secret cert"],
  },
  "finds a Secret elsewhere where another controller looks beside the Ingress": {
    yaml: cert("gates") + annotated("nginx"),
    says: warned,
    messages: [
      "Secret cert is in namespace gates, and an Ingress names those of its own, which is shop",
    ],
  },
  "takes a Secret that cert-manager makes beside the Ingress": {
    yaml:
      cert("gates") +
      ingress("ingressClassName: nginx, ", "cert-manager.io/cluster-issuer: company"),
  },
  "leaves it where somebody says that it is there too": {
    yaml: cert("gates") + annotated("nginx"),
    external: ["Secret shop/cert"],
  },
});
