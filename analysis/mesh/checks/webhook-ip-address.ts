import { isIpAddress } from "../../../values/ip";
import { check, type Verdict } from "../check";
import { text } from "../fields";
import { Kind } from "../kinds";
import { hostOfUrl, istioWebhooksOf } from "../model/istio-webhooks";

/** A webhook of an external control plane whose address is a number. */
export const webhookIpAddress = check({
  id: "webhook-ip-address",
  code: "IST0164",
  aliases: [],
  level: "info",
  kinds: [Kind.MutatingWebhook, Kind.ValidatingWebhook],
  summary: "The address of an external control plane is an IP address.",
  why: "The certificate of the control plane has to be for that address, and a new address needs new webhooks in every cluster.",
  fix: "Use a host name.",
  url: "https://istio.io/latest/docs/setup/install/external-controlplane/",
  fires: `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector-remote}
webhooks:
- name: rev.sidecar-injector.istio.io
  clientConfig:
    url: https://203.0.113.7:15017/inject # found
`,
  silent: `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector-remote}
webhooks:
- name: rev.sidecar-injector.istio.io
  clientConfig: {url: "https://203-0-113-7.example.com:15017/inject"}
`,
  *run(object): Iterable<Verdict> {
    for (const { client, path } of istioWebhooksOf(object)) {
      const host = hostOfUrl(text(client.url) ?? "");
      if (host !== undefined && isIpAddress(host)) {
        yield { path: `${path}.url`, message: `${host} is an IP address; a host name is expected` };
      }
    }
  },
});
