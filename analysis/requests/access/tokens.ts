import type {
  RequestAuthenticationJwtRule,
  RequestAuthenticationSpec,
} from "../../../schemas/kinds/security/request-authentication";
import { isAudience } from "../../../values/audience";
import type { Declared } from "../../mesh/declared-set";
import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { Workload } from "../../mesh/model/workloads";
import type { HttpRequest, Token } from "../request";
import { type Step, stepOf } from "../trail";
import { knownPoliciesAt } from "./policies-at";

/** A rule for tokens, and where it stands. */
interface TokenRule {
  readonly rule: RequestAuthenticationJwtRule;
  readonly source: Declared<RequestAuthenticationSpec>;
  readonly path: string;
}

/** What a proxy makes of a token. */
export interface TokenCheck {
  /** Status by which the proxy refuses it. */
  readonly refused?: 401 | 403;
  /** Claims that policies and routes may read. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Whether who comes next sees the token. */
  readonly isSentOn: boolean;
  readonly steps: readonly Step[];
  readonly notModelled: readonly string[];
}

const rulesByWorkload = (_mesh: Mesh): Map<Workload, Map<string, readonly TokenRule[]>> =>
  new Map();

function rulesAt(mesh: Mesh, workload: Workload, called?: Host): readonly TokenRule[] {
  const known = mesh.fact(rulesByWorkload);
  const own = known.get(workload) ?? new Map<string, readonly TokenRule[]>();
  known.set(workload, own);
  const key = called ? `${called.namespace}/${called.host}` : "";
  const rules =
    own.get(key) ??
    knownPoliciesAt(mesh, mesh.requestAuthentications, workload, called).flatMap((source) =>
      (source.spec.jwtRules ?? []).map((rule, i) => ({
        rule,
        source,
        path: `spec.jwtRules[${i}]`,
      })),
    );
  own.set(key, rules);
  return rules;
}

/** Claims that Envoy reads as lists of words, whatever a rule says. */
const spaceDelimited = ["scope", "permission"];

function readable(
  claims: Readonly<Record<string, unknown>>,
  { spaceDelimitedClaims = [] }: RequestAuthenticationJwtRule,
): Readonly<Record<string, unknown>> {
  const listed = [...spaceDelimited, ...spaceDelimitedClaims].flatMap((name) => {
    const value = claims[name];
    return typeof value === "string"
      ? [[name, value.split(" ").filter((word) => word !== "")] as const]
      : [];
  });
  return { ...claims, ...Object.fromEntries(listed) };
}

const stepAt = ({ source, path }: TokenRule): Step => stepOf(source, path);

const takesAudience = (
  { audiences = [] }: RequestAuthenticationJwtRule,
  { aud }: Readonly<Record<string, unknown>>,
): boolean => {
  const own = Array.isArray(aud) ? aud : [aud];
  return (
    audiences.length === 0 ||
    own.some(
      (one) => typeof one === "string" && audiences.some((wanted) => isAudience(wanted, one)),
    )
  );
};

/** A browser's question beforehand brings no token and is let through. */
const isPreflight = ({ method, headers }: HttpRequest): boolean =>
  method === "OPTIONS" &&
  (headers.origin ?? "") !== "" &&
  (headers["access-control-request-method"] ?? "") !== "";

function withoutToken(rules: readonly TokenRule[]): TokenCheck {
  const wanted = rules.filter(({ rule }) => rule.presence === "REQUIRED");
  return {
    isSentOn: true,
    steps: [],
    notModelled: wanted.map(
      ({ source: { id } }) =>
        `that a token has to be there (RequestAuthentication ${id.namespace}/${id.name})`,
    ),
  };
}

/**
 * What a workload's proxy makes of a request's token: it stands where the rules look for it. One of an issuer
 * that no rule names is refused; where nobody sends one, the request goes on without claims.
 */
export function checkToken(
  mesh: Mesh,
  workload: Workload,
  token: Token | undefined,
  http: HttpRequest | undefined,
  called?: Host,
): TokenCheck {
  const rules = rulesAt(mesh, workload, called);
  const [first] = rules;
  if (first === undefined || token === undefined || http === undefined || isPreflight(http)) {
    return withoutToken(http && token === undefined ? rules : []);
  }
  const refusal = { isSentOn: true, notModelled: [] };
  if (token.kind === "invalid") {
    return { ...refusal, refused: 401, steps: [stepAt(first)] };
  }
  const { claims } = token;
  const issued = rules.filter(({ rule }) => rule.issuer === claims.iss);
  const [known] = issued;
  if (known === undefined) {
    return { ...refusal, refused: 401, steps: [stepAt(first)] };
  }
  const taken = issued.find(({ rule }) => takesAudience(rule, claims));
  if (taken === undefined) {
    return { ...refusal, refused: 403, steps: [stepAt(known)] };
  }
  return {
    claims: readable(claims, taken.rule),
    isSentOn: taken.rule.forwardOriginalToken === true,
    steps: [stepAt(taken)],
    notModelled: [],
  };
}
