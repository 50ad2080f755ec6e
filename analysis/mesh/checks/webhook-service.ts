import { closest } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { istioWebhooksOf } from "../model/istio-webhooks";
import { Thing } from "../scope";

/** A webhook of Istio that asks a Service which is not there. */
export const webhookService = check({
  id: "webhook-service",
  code: "IST0139",
  aliases: [],
  level: "error",
  kinds: [Kind.MutatingWebhook],
  summary: "An injector names a Service of istiod that does not exist.",
  why: "The API server cannot ask it: Pods of the mesh are refused, or come up without a sidecar.",
  fix: "Name the Service of the control plane, or take the webhook of one that is gone away.",
  url: "https://istio.io/latest/docs/ops/common-problems/injection/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: istiod-v1-31, namespace: istio-system}
spec: {ports: [{port: 443, name: https-webhook}], selector: {app: istiod}}
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector-v1-30}
webhooks:
- name: rev.sidecar-injector.istio.io
  clientConfig:
    service:
      name: istiod-v1-30 # found
      namespace: istio-system
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: istiod-v1-31, namespace: istio-system}
spec: {ports: [{port: 443, name: https-webhook}]}
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector-v1-31}
webhooks:
- name: rev.sidecar-injector.istio.io
  clientConfig: {service: {name: istiod-v1-31, namespace: istio-system}}
`,
  *run(object, mesh): Iterable<Verdict> {
    for (const { client, path } of istioWebhooksOf(object)) {
      const service = fields(client.service);
      const [name, namespace] = [text(service.name), text(service.namespace)];
      if (
        name === undefined ||
        namespace === undefined ||
        mesh.set.find(Kind.Service, namespace, name)
      ) {
        continue;
      }
      if (!mesh.speaksFor(Thing.Service, namespace, name)) {
        yield { path: `${path}.service.name`, notDeclared: `Service ${name}.${namespace}` };
        continue;
      }
      const near = closest(
        name,
        mesh.set
          .all(Kind.Service)
          .filter(({ id }) => id.namespace === namespace)
          .map(({ id }) => id.name),
      );
      yield {
        path: `${path}.service.name`,
        message: `there is no Service ${name} in namespace ${namespace}${near === undefined ? "" : `; there is ${near}`}`,
      };
    }
  },
});
