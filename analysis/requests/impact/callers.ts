import { identityIn } from "../../../values/principal";
import { Kind } from "../../mesh/kinds";
import { grouped } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import { captureText } from "../../mesh/model/outbound-capture";
import { namedAccounts, namedPrincipals } from "../../mesh/model/policy-values";
import { type Labels, selects } from "../../mesh/model/selector";
import { sidecarSelector } from "../../mesh/model/sidecars";
import type { Workload } from "../../mesh/model/workloads";
import { known } from "../../mesh/not-judged";
import type { Caller } from "../request";
import type { ChangedObjects } from "./changed-objects";
import { type Identity, identityTests } from "./identity-tests";
import { type Related, sourcesOf } from "./related/related";

/** Clients of the mesh whom no object tells apart. */
export interface CallerClass {
  readonly caller: Caller;
  /** `name.namespace` of each workload; none where nobody of the set is meant. */
  readonly members: readonly string[];
  /** Who is meant, where there are no members. */
  readonly words: string;
  /** Whether what the mesh makes of the clients themselves differs in both sets. */
  readonly isTouched: boolean;
  /** Whether a part of the mesh stands before them. */
  readonly isInMesh: boolean;
}

/** Whoever is outside, at a gateway. */
export const outsider = (gateway: string): CallerClass => ({
  caller: { kind: "outside", gateway },
  members: [],
  words: "outside",
  isTouched: false,
  isInMesh: false,
});

/** A workload of both sets. */
interface Both {
  readonly before: Workload;
  readonly after: Workload;
}

const placeOf = ({ namespace, name }: Workload): string => `${namespace}/${name}`;

function workloadsOfBoth(
  before: Mesh,
  after: Mesh,
  isSame: (workload: Workload) => boolean,
): Both[] {
  const later = new Map(after.workloads.map((one) => [placeOf(one), one]));
  return before.workloads.flatMap((one) => {
    const found = later.get(placeOf(one));
    // What has been read of the one is read of both.
    const other = found && isSame(one) ? one : found;
    return other && one.gateway === undefined && other.gateway === undefined
      ? [{ before: one, after: other }]
      : [];
  });
}

/** Labels by which Sidecars choose, and namespaces that have any. */
interface Scopes {
  readonly selectors: readonly Labels[];
  readonly namespaces: ReadonlySet<string>;
}

function scopesOf(mesh: Mesh): Scopes {
  const all = mesh.set.all(Kind.Sidecar);
  return {
    selectors: all.flatMap<Labels>((one) => known(() => sidecarSelector(one)) ?? []),
    namespaces: new Set(all.map(({ id }) => id.namespace)),
  };
}

/** What a workload says of itself that decides what its calls meet. */
const saidOf = ({ labels, serviceAccount, annotations }: Workload): string =>
  JSON.stringify([labels, serviceAccount, captureText(annotations)]);

const bits = (selectors: readonly Labels[], labels: Labels): string =>
  selectors.map((selector) => (selects(selector, labels) ? "1" : "0")).join("");

/** Labels that any object may tell clients apart by. */
const sourceKeys = (mesh: Mesh): ReadonlySet<string> => {
  const ofMatches = mesh.routes.flatMap(
    ({ source }) =>
      known(() =>
        [...(source.spec.http ?? []), ...(source.spec.tcp ?? []), ...(source.spec.tls ?? [])]
          .flatMap(({ match = [] }: { match?: readonly { sourceLabels?: Labels }[] }) => match)
          .map(({ sourceLabels = {} }) => sourceLabels),
      ) ?? [],
  );
  const ofRules = mesh.rules.map(
    ({ source }) => known(() => source.spec.workloadSelector?.matchLabels) ?? {},
  );
  return new Set([...ofMatches, ...ofRules].flatMap(Object.keys));
};

const namesAccounts = (mesh: Mesh): boolean =>
  mesh.set
    .all(Kind.AuthorizationPolicy)
    .some(
      (policy) =>
        known(() => [namedPrincipals, namedAccounts].some((of) => of(policy.spec).length > 0)) ??
        true,
    );

/** A client and all that objects may know it by. */
interface Known extends Identity {
  readonly caller: Caller;
  readonly members: readonly string[];
  readonly labels: Labels;
  /** Mode and what is said of its calls in both sets, and which Sidecars are for it. */
  readonly kind: string;
  readonly hasScope: boolean;
  readonly isTouched: boolean;
  readonly isInMesh: boolean;
}

/** The clients of two sets, and who of them is alike for a host. */
export class Callers {
  /** Whether what the mesh makes of any client itself differs in both sets. */
  readonly areTouched: boolean;
  readonly #clients: readonly Known[];

  constructor(before: Mesh, after: Mesh, changed: ChangedObjects) {
    const meshes = [before, after];
    const scopes = meshes.map(scopesOf);
    const keys = new Set(meshes.flatMap((mesh) => [...mesh.fact(sourceKeys)]));
    const byAccount = meshes.some(namesAccounts);
    const changedScopes = changed.ids.filter(
      ({ kind }) => kind === "Sidecar" || kind === "Namespace",
    );
    const touchedNamespaces = new Set(
      changedScopes.map(({ kind, namespace, name }) => (kind === "Namespace" ? name : namespace)),
    );
    const isEverywhere = meshes.some(({ config }) => touchedNamespaces.has(config.rootNamespace));
    const isSame = ({ source, namespace }: Workload) =>
      !changed.before.has(source) && !touchedNamespaces.has(namespace);
    const clients = workloadsOfBoth(before, after, isSame).flatMap((both) => {
      const own = known(() => this.#client(both, scopes, keys, byAccount));
      if (own === undefined) {
        return [];
      }
      const isOther =
        changed.before.has(both.before.source) && saidOf(both.before) !== saidOf(both.after);
      const isTouched =
        isOther ||
        isEverywhere ||
        touchedNamespaces.has(own.namespace) ||
        both.before.mode !== both.after.mode;
      return [{ ...own, isTouched }];
    });
    this.#clients = joined(clients);
    this.areTouched = this.#clients.some(({ isTouched }) => isTouched);
  }

  #client(
    { before, after }: Both,
    scopes: readonly Scopes[],
    keys: ReadonlySet<string>,
    byAccount: boolean,
  ): Known {
    const { namespace, name } = before;
    const both = [before, after];
    const own = both.map(({ labels }, i) => bits(scopes[i]?.selectors ?? [], labels));
    const captured = both.map(({ annotations }) => captureText(annotations));
    return {
      caller: { kind: "workload", namespace, name },
      members: [`${name}.${namespace}`],
      namespace,
      account: byAccount ? after.serviceAccount : "",
      labels: Object.fromEntries(Object.entries(after.labels).filter(([key]) => keys.has(key))),
      kind: [before.mode, after.mode, ...captured, ...own].join(" "),
      hasScope: scopes.some(({ namespaces }) => namespaces.has(namespace)),
      isTouched: false,
      isInMesh: before.mode !== "none" || after.mode !== "none",
    };
  }

  /** One client for each class that is told apart in requests to a host. */
  for(related: readonly Related[]): CallerClass[] {
    const tests = identityTests(related.flatMap(({ policies }) => policies));
    const isNamed = (namespace: string) =>
      related.some(({ namespaces }) => namespaces.has(namespace));
    const keyOf = (one: Known): string =>
      [
        one.kind,
        one.isTouched,
        one.hasScope || isNamed(one.namespace) ? one.namespace : "*",
        ...related.map((own) => sourcesOf(own, one.labels)),
        tests.map((fits) => (fits(one) ? "1" : "0")).join(""),
      ].join("|");
    const classes = [...grouped(this.#clients, keyOf).values()].flatMap((all): CallerClass[] => {
      const [first] = all;
      return first === undefined
        ? []
        : [{ ...first, words: "", members: all.flatMap(({ members }) => members) }];
    });
    return [...classes, ...strangers(classes, related)];
  }
}

/** Clients that nothing tells apart, whatever the host. */
function joined(clients: readonly Known[]): Known[] {
  const keyOf = ({ caller: _, members: _members, ...rest }: Known) => JSON.stringify(rest);
  return [...grouped(clients, keyOf).values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ ...first, members: all.flatMap(({ members }) => members) }] : [];
  });
}

/** Clients that the set does not declare: outside the mesh, in it where nobody else is, and those that policies name. */
function strangers(classes: readonly CallerClass[], related: readonly Related[]): CallerClass[] {
  const pod = (
    caller: Omit<Extract<Caller, { kind: "pod" }>, "kind">,
    words: string,
  ): CallerClass => ({
    caller: { kind: "pod", ...caller },
    members: [],
    words,
    isTouched: false,
    isInMesh: caller.mode !== "none",
  });
  const nobody = classes.some(({ isInMesh }) => isInMesh)
    ? []
    : [pod({ namespace: "default", mode: "sidecar" }, "mesh")];
  const principals = related.flatMap(({ policies }) =>
    policies.flatMap(({ spec }) => known(() => namedPrincipals(spec)) ?? []),
  );
  const named = new Map(
    principals.flatMap(({ value }) => {
      const identity = identityIn(value);
      return identity ? [[identity.join("/"), identity] as const] : [];
    }),
  );
  const ofPolicies = [...named.values()]
    .filter(
      ([namespace]) =>
        !classes.some(({ members }) => members.some((one) => one.endsWith(`.${namespace}`))),
    )
    .map(([namespace, serviceAccount]) =>
      pod(
        { namespace, mode: "sidecar", serviceAccount },
        `service account ${namespace}/${serviceAccount}`,
      ),
    );
  const outside = classes.some(({ isInMesh }) => !isInMesh)
    ? []
    : [pod({ namespace: "default", mode: "none" }, "Pods outside the mesh")];
  return [...nobody, ...ofPolicies, ...outside];
}
