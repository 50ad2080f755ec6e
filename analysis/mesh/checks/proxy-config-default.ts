import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { attachmentOf } from "../model/attachments";
import { named } from "../words";

const forNamespaces = (mesh: Mesh) =>
  grouped(
    mesh.set
      .accepted(Kind.ProxyConfig)
      .filter((one) => Object.keys(attachmentOf(one).labels).length === 0),
    ({ id }) => id.namespace,
  );

const config = (name: string): string => `apiVersion: networking.istio.io/v1beta1
kind: ProxyConfig
metadata:
  name: ${name}
  namespace: quarry
spec: {concurrency: 2}
`;

/** Two ProxyConfigs for all of a namespace. */
export const proxyConfigDefault = check({
  id: "proxy-config-default",
  code: "MESH0389",
  aliases: [],
  level: "warning",
  kinds: [Kind.ProxyConfig],
  summary: "Two ProxyConfigs of a namespace are for all of its proxies.",
  why: "The older one is followed, and the other has no effect: they are not merged.",
  fix: "Put both into one ProxyConfig, or give one a selector.",
  url: "https://istio.io/latest/docs/reference/config/networking/proxy-config/",
  fires: `${config("threads # found")}---
${config("images # found")}`,
  silent: `${config("threads")}---
${config("images").replace("quarry", "depot")}`,
  *run(object, mesh): Iterable<Verdict> {
    const all = mesh.fact(forNamespaces).get(object.id.namespace) ?? [];
    if (all.length > 1 && all.some(({ id }) => id === object.id)) {
      const ids = all.map(({ id }) => id).filter((id) => id !== object.id);
      yield {
        path: "metadata.name",
        message: `${named(ids)} is for all proxies of namespace ${object.id.namespace} too; the oldest alone is followed`,
        related: ids,
      };
    }
  },
});
