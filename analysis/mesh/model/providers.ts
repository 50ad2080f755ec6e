import { builtInProviders } from "../../../values/known-names";
import { type Fields, fields, list, number, text } from "../fields";
import type { Mesh } from "../mesh";
import { Thing } from "../scope";

/** Names of all providers of a mesh. */
export const providerNames = (mesh: Mesh): ReadonlySet<string> =>
  new Set([...builtInProviders, ...mesh.config.extensionProviders.keys()]);

/** Whether the mesh config is what the cluster has: it is declared, or istiod is, with its defaults. */
export const knowsProviders = (mesh: Mesh): boolean =>
  mesh.config.known || mesh.speaksFor(Thing.Service, mesh.config.rootNamespace, "istiod");

/** Kinds of providers that are asked whether a request may pass. */
const authorizers = ["envoyExtAuthzHttp", "envoyExtAuthzGrpc"];

/** Whether a provider is asked whether a request may pass. */
export const isAuthorizer = (mesh: Mesh, name: string): boolean => {
  const provider = fields(mesh.config.extensionProviders.get(name));
  return authorizers.some((kind) => provider[kind] !== undefined);
};

/** Whether some provider takes access logs where a Telemetry names none. */
export const hasDefaultAccessLog = (mesh: Mesh): boolean =>
  list(fields(mesh.config.all.defaultProviders).accessLogging).length > 0;

/** Settings of a provider that sends to a Service. */
const settingsOf = (provider: Fields): Fields =>
  Object.values(provider)
    .map(fields)
    .find(({ service }) => text(service) !== undefined) ?? {};

/** The host of the Service that a provider sends to; a namespace may stand before it. */
export function serviceOf(provider: Fields): string | undefined {
  const service = text(settingsOf(provider).service);
  return service?.slice(service.indexOf("/") + 1);
}

/** The port of that Service; mesh configs have it as a number, and as text. */
export function portOfService(provider: Fields): number | undefined {
  const { port } = settingsOf(provider);
  return number(port) ?? (text(port) === undefined ? undefined : Number(port));
}
