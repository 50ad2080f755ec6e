import type { Declared } from "../declared-set";
import { type Fields, fields, list, text } from "../fields";

/** A webhook by which the API server asks istiod. */
export interface IstioWebhook {
  readonly name: string;
  /** Path of the client's configuration. */
  readonly path: string;
  readonly client: Fields;
}

const prefixes = [
  "istio-sidecar-injector",
  "istio-revision-tag-",
  "istio-validator",
  "istiod-default-validator",
];

/** The webhooks of an object that are Istio's: by the object's name or their own. */
export const istioWebhooksOf = ({ id, object }: Declared): IstioWebhook[] => {
  const isIstios = prefixes.some((prefix) => id.name.startsWith(prefix));
  return list(object.webhooks)
    .map((hook, i) => ({
      name: text(hook.name) ?? "",
      path: `webhooks[${i}].clientConfig`,
      client: fields(hook.clientConfig),
    }))
    .filter(({ name }) => isIstios || name.endsWith(".istio.io"));
};

/** Host of an address; nothing where it is none. */
export const hostOfUrl = (url: string): string | undefined => {
  try {
    return new URL(url).hostname.replace("[", "").replace("]", "");
  } catch {
    return undefined;
  }
};
