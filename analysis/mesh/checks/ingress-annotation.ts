import { fieldPath } from "../../objects/path";
import { check } from "../check";
import { Kind } from "../kinds";
import { isIstios } from "../model/ingresses";
import { quoted } from "../words";

/** How annotations begin that tell other controllers how to take requests. */
const others: readonly string[] = [
  "alb.ingress.kubernetes.io/",
  "haproxy.org/",
  "konghq.com/",
  "nginx.ingress.kubernetes.io/",
  "nginx.org/",
  "traefik.ingress.kubernetes.io/",
];

const ingress = (cls: string): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shelf
  namespace: books
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /${cls === "istio" ? " # found" : ""}
spec:
  ingressClassName: ${cls}
  rules: [{host: books.example.com}]
`;

/** What an Ingress tells a controller that does not take it. */
export const ingressAnnotation = check({
  id: "ingress-annotation",
  code: "MESH0172",
  aliases: [],
  level: "warning",
  kinds: [Kind.Ingress],
  summary: "An Ingress of Istio's has settings for another controller.",
  why: "istiod reads none of them: rewrites, redirects, limits and the like are not made.",
  fix: "Write an HTTPRoute or a VirtualService, which have such settings, and take the annotation out.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/kubernetes-ingress/",
  fires: ingress("istio"),
  silent: ingress("nginx"),
  *run(object, mesh) {
    if (!isIstios(object, mesh)) {
      return;
    }
    for (const name of Object.keys(object.annotations)) {
      if (others.some((prefix) => name.startsWith(prefix))) {
        yield {
          path: fieldPath("metadata.annotations", name),
          message: `${quoted(name)} is not read by istiod, which takes this Ingress`,
        };
      }
    }
  },
});
