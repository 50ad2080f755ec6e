import { ingressClassAnnotation, usualIngressClass } from "../../../values/known-names";
import type { Declared } from "../declared-set";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { ServerCredential } from "./gateways";
import type { MeshConfig } from "./mesh-config";
import type { Labels } from "./selector";
import type { Workload } from "./workloads";

/** Name of the controller that takes Ingresses in istiod. */
export const istioController = "istio.io/ingress-controller";
const usualService = "istio-ingressgateway";

/**
 * Whether istiod takes an Ingress for its own: by the annotation, or else by the controller of its class. A class
 * that is not declared is known by its usual name.
 */
export function isIstios({ annotations, object }: Declared, { set, config }: Mesh): boolean {
  const mode = text(config.all.ingressControllerMode) ?? "STRICT";
  const annotated = annotations[ingressClassAnnotation];
  if (annotated !== undefined) {
    return mode !== "OFF" && annotated === (text(config.all.ingressClass) ?? usualIngressClass);
  }
  const name = text(fields(object.spec).ingressClassName);
  if (name === undefined) {
    return mode === "DEFAULT";
  }
  const named = set.find(Kind.IngressClass, "", name);
  return named === undefined
    ? name === usualIngressClass
    : fields(named.object.spec).controller === istioController;
}

/** Labels of the Pods at which istiod serves every Ingress. */
export function ingressSelector({ all }: MeshConfig): Labels {
  const own = text(all.ingressSelector);
  const service = text(all.ingressService) || usualService;
  return { istio: own || (service === usualService ? "ingressgateway" : service) };
}

/** The Pods at which istiod serves every Ingress. */
export const ingressPods = (mesh: Mesh): readonly Workload[] => {
  const { istio } = ingressSelector(mesh.config);
  return mesh.workloads.filter(({ labels }) => labels.istio === istio);
};

/** The Secrets that an Ingress names. */
export const ingressSecrets = ({ object }: Declared): ServerCredential[] =>
  list(fields(object.spec).tls).flatMap(({ secretName }, i) => {
    const name = text(secretName);
    return name ? [{ name, path: `spec.tls[${i}].secretName` }] : [];
  });
