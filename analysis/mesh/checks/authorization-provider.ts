import { closest, didYouMean } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { isAuthorizer, knowsProviders, providerNames } from "../model/providers";
import { quoted } from "../words";

/** A policy that asks an authorizer which the mesh config does not have. */
export const authorizationProvider = check({
  id: "authorization-provider",
  code: "MESH0310",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy with action CUSTOM names a provider that cannot be asked.",
  why: "istiod lets every request that the policy is about be denied, with 403.",
  fix: "Declare the provider as envoyExtAuthzHttp or envoyExtAuthzGrpc in extensionProviders of the mesh config.",
  url: "https://istio.io/latest/docs/tasks/security/authorization/authz-custom/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    extensionProviders:
    - name: opa
      envoyExtAuthzGrpc: {service: opa.policy.svc.cluster.local, port: 9191}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ask, namespace: hr}
spec:
  action: CUSTOM
  provider:
    name: oauth2-proxy # found
  rules: [{}]
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    extensionProviders:
    - name: opa
      envoyExtAuthzGrpc: {service: opa.policy.svc.cluster.local, port: 9191}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ask, namespace: hr}
spec:
  action: CUSTOM
  provider: {name: opa}
  rules: [{}]
`,
  *run({ spec: { action, provider } }, mesh): Iterable<Verdict> {
    const name = provider?.name;
    if (action !== "CUSTOM" || !name || isAuthorizer(mesh, name)) {
      return;
    }
    const path = "spec.provider.name";
    if (!knowsProviders(mesh)) {
      yield { path, notDeclared: `provider ${quoted(name)} of the mesh config` };
      return;
    }
    if (providerNames(mesh).has(name)) {
      yield { path, message: `${quoted(name)} is neither envoyExtAuthzHttp nor envoyExtAuthzGrpc` };
      return;
    }
    const known = [...mesh.config.extensionProviders.keys()].filter((one) =>
      isAuthorizer(mesh, one),
    );
    const value = closest(name, known);
    yield {
      path,
      message: `extensionProviders of the mesh config has no ${quoted(name)}${didYouMean(name, known)}`,
      ...(value !== undefined && { fix: { path, value } }),
    };
  },
});
