import { builtInProviders, usualIstioNamespace } from "../../../values/known-names";
import type { ExtensionProviderFact } from "../../program/facts/control-plane-facts";
import type { ProxyCallFact } from "../../program/facts/service-facts";
import type { View } from "../../program/view";
import { serviceOf } from "../traffic/traffic-policy-together";
import { looksOut, sees, type Wanted } from "./scope-hosts";

/** A scope as far as it is plain. */
export interface KnownScope {
  /** Namespace of its proxies; undefined for that of the whole mesh. */
  own: string | undefined;
  hosts: readonly string[];
  /** Whether unknown hosts are refused. */
  closed: boolean;
}

/** Namespaces whose policies are for the whole mesh. */
const roots = (program: View): Set<string> =>
  new Set([
    usualIstioNamespace,
    ...program
      .said("controlPlane")
      .flatMap(({ rootNamespace }) => (typeof rootNamespace === "string" ? rootNamespace : [])),
  ]);

/** The proxies of the scope that make a call, by their namespace; "" when that may be any. */
function callers({ own }: KnownScope, call: ProxyCallFact, program: View): string | undefined {
  const everywhere = call.namespace !== undefined && roots(program).has(call.namespace);
  if (own !== undefined) {
    return everywhere || call.namespace === own ? own : undefined;
  }
  if (everywhere) {
    return "";
  }
  const scoped = new Set(program.said("sidecarScope").map(({ namespace }) => namespace));
  return call.namespace !== undefined && scoped.has(call.namespace) ? undefined : call.namespace;
}

/** A Service by its full name, or a host that the program declares elsewhere. */
function declared(host: string, program: View): Wanted {
  const [namespace] = serviceOf(host) ?? [];
  const [external] = program.said("externalHost", [host]);
  const known = namespace ?? external?.namespace;
  return { host, ...(known !== undefined && { namespace: known }) };
}

/** `service` of a provider, with the namespace that may stand before it. */
function ofProvider({ service = "" }: ExtensionProviderFact, program: View): Wanted | undefined {
  const [before, after] = service.split("/");
  if (service === "") {
    return undefined;
  }
  return after === undefined
    ? declared(service, program)
    : { host: after, ...(before !== undefined && { namespace: before }) };
}

const entryFor = ({ namespace = "<its namespace>", host }: Wanted) =>
  JSON.stringify(`${namespace}/${host}`);

/** What the proxies of a scope are to call for a component of the program, and do not know. */
function hiddenCall(scope: KnownScope, call: ProxyCallFact, program: View): string | undefined {
  const own = callers(scope, call, program);
  if (
    own === undefined ||
    (call.provider !== undefined && builtInProviders.includes(call.provider))
  ) {
    return undefined;
  }
  const by = `${call.path} of ${call.owner}`;
  if (call.host !== undefined) {
    const wanted = declared(call.host, program);
    return sees(scope.hosts, own, wanted)
      ? undefined
      : `hides ${wanted.host}, which the proxies call for ${by}; add ${entryFor(wanted)}`;
  }
  const { provider = "" } = call;
  const [known] = program.said("extensionProvider", [provider]);
  if (known === undefined) {
    return looksOut(scope.hosts, own)
      ? undefined
      : `hides what the provider ${JSON.stringify(provider)} calls, to which the proxies report or ask for ${by}; the program does not say where that is: add its Service as "namespace/host"`;
  }
  const wanted = ofProvider(known, program);
  return wanted === undefined || sees(scope.hosts, own, wanted)
    ? undefined
    : `hides ${wanted.host}, which the provider ${JSON.stringify(provider)} calls for ${by}; add ${entryFor(wanted)}`;
}

/** An authorizer is asked by the proxies of the Pods that it is for. */
const authorizerCalls = (program: View): ProxyCallFact[] =>
  program.said("authorizer").flatMap(({ owner, provider, reach }) =>
    provider === undefined || reach.targets !== undefined
      ? []
      : [
          {
            owner,
            path: "provider",
            provider,
            ...(reach.namespace !== undefined && { namespace: reach.namespace }),
          },
        ],
  );

/**
 * Hosts outside the mesh that the program declares for these proxies. Whoever declares a host for all may
 * have meant others, unless unknown hosts are refused or the requests are to go through a gateway.
 */
const hiddenHosts = ({ own, hosts, closed }: KnownScope, program: View): string[] =>
  program.said("externalHost").flatMap(({ owner, host, namespace, visibleIn, routed }) => {
    const meant =
      (own !== undefined && visibleIn.includes(own)) ||
      (visibleIn.includes("*") && (closed || routed === true));
    const wanted = { host: host ?? "", ...(namespace !== undefined && { namespace }) };
    if (!meant || host === undefined || sees(hosts, own ?? "", wanted)) {
      return [];
    }
    const then = closed
      ? "are refused"
      : routed
        ? "go past the gateway"
        : "go out as to an unknown host";
    return [`hides ${host} of ${owner}, so that calls of it ${then}; add ${entryFor(wanted)}`];
  });

/** All that the program needs of these proxies and the scope takes from them. */
export const hiddenByScope = (scope: KnownScope, program: View): string[] => [
  ...[...program.said("proxyCall"), ...authorizerCalls(program)].flatMap(
    (call) => hiddenCall(scope, call, program) ?? [],
  ),
  ...hiddenHosts(scope, program),
];
