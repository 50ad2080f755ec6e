import { check, type Verdict } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { hostOfUrl, istioWebhooksOf } from "../model/istio-webhooks";

/** A webhook of an external control plane without an address. */
export const webhookAddress = check({
  id: "webhook-address",
  code: "IST0163",
  aliases: [],
  level: "warning",
  kinds: [Kind.MutatingWebhook, Kind.ValidatingWebhook],
  summary: "A webhook of Istio names neither a Service nor an address that can be read.",
  why: "The API server cannot ask istiod: Pods get no sidecar, and configuration is not checked.",
  fix: "Write the address of the external control plane into clientConfig.url, or its Service into clientConfig.service.",
  url: "https://istio.io/latest/docs/setup/install/external-controlplane/",
  fires: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: istio-validator-remote}
webhooks:
- name: rev.validation.istio.io
  clientConfig:
    caBundle: "" # found
`,
  silent: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: istio-validator-remote}
webhooks:
- name: rev.validation.istio.io
  clientConfig: {url: "https://istiod.control.example.com:15017/validate"}
`,
  *run(object): Iterable<Verdict> {
    for (const { name, client, path } of istioWebhooksOf(object)) {
      const url = text(client.url);
      if (url !== undefined && url !== "" && hostOfUrl(url) === undefined) {
        yield { path: `${path}.url`, message: `${JSON.stringify(url)} is no address` };
      } else if (!url && Object.keys(fields(client.service)).length === 0) {
        yield { path, message: `${name} has neither a service nor a url` };
      }
    }
  },
});
