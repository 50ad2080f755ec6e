import type {
  VirtualServiceHeaders,
  VirtualServiceHttp,
} from "../../../schemas/kinds/networking/virtual-service";
import { coversHost } from "../../../values/host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import type { Routes } from "../model/virtual-services";
import { quoted } from "../words";

/** Names under which a request carries the host that it asks for. */
const hostHeaders = ["host", ":authority"];

const setsHost = (headers: VirtualServiceHeaders | undefined): boolean =>
  Object.keys(headers?.request?.set ?? {}).some((name) => hostHeaders.includes(name.toLowerCase()));

/** The ServiceEntry of a server outside that is looked up by the name of the host itself. */
function outsideEntry(mesh: Mesh, host: string) {
  const hosts = mesh.hosts.named(host);
  const [first] = hosts;
  const entry =
    first !== undefined && hosts.every(({ source }) => source.id.kind === "ServiceEntry")
      ? mesh.set.find(Kind.ServiceEntry, first.namespace, first.source.id.name)
      : undefined;
  const { location, endpoints = [], resolution = "NONE" } = entry?.spec ?? {};
  const isOutside =
    location !== "MESH_INTERNAL" && endpoints.length === 0 && resolution.startsWith("DNS");
  return isOutside ? entry : undefined;
}

/** Whether two names are of one owner, as far as their last two parts say. */
const areRelated = (one: string, other: string): boolean =>
  one.split(".").slice(-2).join(".") === other.split(".").slice(-2).join(".");

function* judge(
  mesh: Mesh,
  { hosts, source }: Routes,
  { route = [], rewrite, headers }: VirtualServiceHttp,
  i: number,
): Iterable<Verdict> {
  if (rewrite?.authority || setsHost(headers)) {
    return;
  }
  for (const [j, { destination, headers: own }] of route.entries()) {
    const host = mesh.fullName(destination.host, source.id.namespace);
    const entry = outsideEntry(mesh, host);
    const others = hosts.filter((one) => !coversHost(one, host));
    const [first] = others;
    if (entry !== undefined && first !== undefined && !setsHost(own)) {
      yield {
        path: `spec.http[${i}].route[${j}].destination.host`,
        message: `${quoted(host)} is outside (${objectWords(entry.id)}), and its server is asked for ${quoted(first)}: nothing sets the host of the request`,
        related: [entry.id],
        ...(others.every((one) => areRelated(one, host)) && { level: "info" }),
      };
    }
  }
}

const objects = (rewrite: string): string => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: manual, namespace: help}
spec:
  hosts: [acme.manuals.example]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{number: 80, name: http, protocol: HTTP}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: manual, namespace: help}
spec:
  hosts: [manual.example.com]
  gateways: [edge/public]
  http:
  - ${rewrite}route:
    - destination:
        host: acme.manuals.example${rewrite === "" ? " # found" : ""}
`;

/** Requests for a server outside that carry the name of the own host. */
export const externalAuthority = check({
  id: "external-authority",
  code: "MESH0167",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A route leads to a server outside, and leaves it the host that the client asked for.",
  why: "Servers that stand for several names go by the host of the request: they answer 404 or 403 to one that is not theirs.",
  fix: "Write `rewrite: {authority: …}` with the server's name.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite",
  fires: objects(""),
  silent: objects("rewrite: {authority: acme.manuals.example}\n    "),
  *run({ id, spec }, mesh) {
    const routes = mesh.routesOf(id);
    const rules = routes.isDelegate ? [] : (spec.http ?? []);
    yield* each(rules.entries(), ([i, rule]) => judge(mesh, routes, rule, i));
  },
});
