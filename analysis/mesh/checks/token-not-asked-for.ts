import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import type { RequestAuthenticationSpec } from "../../../schemas/kinds/security/request-authentication";
import { check } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { hasSelector, targetServices, targetsOf } from "../model/policies";
import { asksForToken } from "../model/policy-values";
import { policiesAtService } from "../waypoint-policies";

type Authentication = Declared<RequestAuthenticationSpec>;
type Jwt = NonNullable<RequestAuthenticationSpec["jwtRules"]>[number];

/** Whether what a token says is handed on to the application, which may ask for it itself. */
const isHandedOn = ({
  forwardOriginalToken,
  outputPayloadToHeader,
  outputClaimToHeaders = [],
}: Jwt): boolean =>
  forwardOriginalToken === true ||
  outputPayloadToHeader !== undefined ||
  outputClaimToHeaders.length > 0;

/** Kinds by which a token is used otherwise, and what stands in their objects then. */
const uses = [
  [Kind.VirtualService, "@request.auth.claims"],
  [Kind.EnvoyFilter, "jwt_authn"],
] as const;

/** Whether some route or filter goes by claims of a token. */
const readsClaims = (mesh: Mesh): boolean =>
  uses.some(([kind, word]) =>
    JSON.stringify(mesh.set.all(kind).map(({ source }) => source)).includes(word),
  );

/** Whether a policy refuses requests without a token, or has another one asked whether they may pass. */
const minds = ({ spec }: Declared<AuthorizationPolicySpec>): boolean =>
  asksForToken(spec) || spec.action === "CUSTOM";

/**
 * Policies of each thing that a RequestAuthentication is for by name or labels; one for a whole namespace may be
 * there for those who ask. ztunnel reads no tokens.
 */
function policiesBeside(policy: Authentication, mesh: Mesh) {
  const { id, spec } = policy;
  if (targetsOf(spec).length > 0) {
    return targetServices(spec).map(({ name }) => ({
      words: `Service ${name}.${id.namespace}`,
      policies: policiesAtService(mesh.authorizations, mesh, id.namespace, name),
    }));
  }
  const chosen = hasSelector(spec) ? mesh.chosenBy(policy) : [];
  return chosen
    .filter(({ mode, gateway }) => mode !== "ambient" && gateway !== "waypoint")
    .map((workload) => ({
      words: objectWords(workload.source.id),
      policies: mesh.authorizations.on(workload),
    }));
}

const objects = (more = ""): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: notes, namespace: school}
spec:
  template:
    metadata: {labels: {app: notes}}
    spec: {containers: [{name: notes}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: notes, namespace: school}
spec:
  selector: {matchLabels: {app: notes}}
  jwtRules:
  - issuer: "https://id.example.com"${more}
    jwksUri: "https://id.example.com/keys"
`;

/** Tokens that are checked where they come, and that need not come. */
export const tokenNotAskedFor = check({
  id: "token-not-asked-for",
  code: "MESH0224",
  aliases: [],
  level: "warning",
  kinds: [Kind.RequestAuthentication],
  summary: "Tokens are read, and requests without one are let in.",
  why: "A RequestAuthentication refuses wrong tokens only: who sends none is let in, and nothing uses what a token says.",
  fix: 'Add an AuthorizationPolicy that denies `notRequestPrincipals: ["*"]`, or allows by `requestPrincipals`.',
  url: "https://istio.io/latest/docs/tasks/security/authentication/authn-policy/#require-a-valid-token",
  fires: objects(" # found"),
  silent: `${objects()}---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: notes, namespace: school}
spec:
  selector: {matchLabels: {app: notes}}
  rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]
`,
  *run(policy, mesh) {
    const { jwtRules = [] } = policy.spec;
    if (jwtRules.length === 0 || jwtRules.some(isHandedOn) || mesh.fact(readsClaims)) {
      return;
    }
    const beside = policiesBeside(policy, mesh);
    const [open] = beside.filter(({ policies }) => !policies.some(minds));
    if (open !== undefined && beside.every(({ policies }) => !policies.some(minds))) {
      yield {
        path: "spec.jwtRules",
        message: `no AuthorizationPolicy of ${open.words} asks for a token: requests without one are let in`,
      };
    }
  },
});
