import { check } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { istioController } from "../model/ingresses";
import { quoted } from "../words";

/** How names of Istio's controllers begin. */
const istios = "istio.io/";

const ingressClass = (controller: string): string => `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: inner}
spec:
  controller: ${controller}
`;

/** A class of Ingresses that is to be Istio's, and is nobody's. */
export const ingressClassController = check({
  id: "ingress-class-controller",
  code: "MESH0142",
  aliases: [],
  level: "error",
  kinds: [Kind.IngressClass],
  summary: "An IngressClass names a controller of Istio's that there is not.",
  why: "istiod takes Ingresses of a class with its own controller's name only: nobody serves those of this class.",
  fix: "Write `istio.io/ingress-controller`. The field cannot be changed: make the IngressClass anew.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/kubernetes-ingress/#specifying-ingressclass",
  fires: ingressClass("istio.io/ingress # found"),
  silent: ingressClass(istioController),
  *run({ object }) {
    const controller = text(fields(object.spec).controller) ?? "";
    if (controller.startsWith(istios) && controller !== istioController) {
      const path = "spec.controller";
      yield {
        path,
        message: `${quoted(controller)} is no controller of Ingresses; Istio's is ${istioController}`,
        fix: { path, value: istioController },
      };
    }
  },
});
