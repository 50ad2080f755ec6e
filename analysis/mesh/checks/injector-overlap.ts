import { injectionLabel, podInjectionLabel, revisionLabel } from "../../../values/known-names";
import { check, type Verdict } from "../check";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import type { ObjectId } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { fitsSelector, type LabelSelector, type Labels } from "../model/selector";
import { labelWords } from "../words";

interface Webhook {
  readonly owner: ObjectId;
  readonly name: string;
  readonly index: number;
  readonly namespaces: LabelSelector;
  readonly objects: LabelSelector;
}

function revisionsOf({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string[] {
  const own = matchLabels[revisionLabel];
  return [
    ...(own === undefined ? [] : [own]),
    ...matchExpressions.flatMap(({ key, values = [] }) => (key === revisionLabel ? values : [])),
  ];
}

/** Labels that decide over injection, in all combinations with each revision and without one. */
const combinations = (key: string, values: readonly string[], revisions: readonly string[]) =>
  [undefined, ...values].flatMap((value) =>
    [undefined, ...revisions].map(
      (revision): Labels => ({
        ...(value !== undefined && { [key]: value }),
        ...(revision !== undefined && { [revisionLabel]: revision }),
      }),
    ),
  );

interface Injectors {
  readonly webhooks: readonly Webhook[];
  readonly revisions: readonly string[];
}

function injectorsOf(mesh: Mesh): Injectors {
  const webhooks: Webhook[] = [];
  const revisions = new Set<string>();
  for (const { id, object, labels } of mesh.set.all(Kind.MutatingWebhook)) {
    const own = list(object.webhooks).map((hook, index) => ({
      owner: id,
      index,
      name: text(hook.name) ?? "",
      namespaces: fields(hook.namespaceSelector) as LabelSelector,
      objects: fields(hook.objectSelector) as LabelSelector,
    }));
    const named = [
      ...(labels[revisionLabel] === undefined ? [] : [labels[revisionLabel]]),
      ...own.flatMap(({ namespaces, objects }) => [
        ...revisionsOf(namespaces),
        ...revisionsOf(objects),
      ]),
    ];
    if (named.length > 0 || own.some(({ name }) => name.endsWith(".istio.io"))) {
      webhooks.push(...own);
      for (const revision of named) {
        revisions.add(revision);
      }
    }
  }
  return { webhooks, revisions: [...revisions] };
}

interface Overlap {
  readonly other: Webhook;
  readonly namespace: Labels;
  readonly pod: Labels;
}

/** For each webhook the others that take one Pod together with it. */
function overlapsOf(mesh: Mesh): ReadonlyMap<Webhook, readonly Overlap[]> {
  const { webhooks, revisions } = mesh.fact(injectorsOf);
  const overlaps = new Map<Webhook, Overlap[]>();
  const pods = combinations(podInjectionLabel, ["true", "false"], revisions);
  for (const namespace of combinations(injectionLabel, ["enabled", "disabled"], revisions)) {
    const near = webhooks.filter(({ namespaces }) => fitsSelector(namespaces, namespace));
    for (const pod of near.length > 1 ? pods : []) {
      const taking = near.filter(({ objects }) => fitsSelector(objects, pod));
      for (const one of taking) {
        const known = overlaps.get(one) ?? [];
        const fresh = taking.filter(
          (other) => other !== one && !known.some((overlap) => overlap.other === other),
        );
        overlaps.set(one, [...known, ...fresh.map((other) => ({ other, namespace, pod }))]);
      }
    }
  }
  return overlaps;
}

const words = (labels: Labels): string => labelWords(labels) || "no such labels";

/** Two webhooks of Istio that both inject into one Pod. */
export const injectorOverlap = check({
  id: "injector-overlap",
  code: "IST0139",
  aliases: [],
  level: "error",
  kinds: [Kind.MutatingWebhook],
  summary: "Two injectors take the same Pods.",
  why: "A Pod gets a sidecar from each of them, or the API server refuses it.",
  fix: "Give each control plane a revision, and let one tag at a time be the default.",
  url: "https://istio.io/latest/docs/setup/upgrade/canary/",
  fires: `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector}
webhooks:
- name: namespace.sidecar-injector.istio.io # found
  clientConfig: {url: "https://istiod.example.com/inject"}
  namespaceSelector: {matchLabels: {istio-injection: enabled}}
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-revision-tag-default}
webhooks:
- name: tag.sidecar-injector.istio.io # found
  clientConfig: {url: "https://istiod.example.com/inject"}
  namespaceSelector: {matchExpressions: [{key: istio-injection, operator: In, values: [enabled]}]}
`,
  silent: `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-sidecar-injector-v2}
webhooks:
- name: namespace.sidecar-injector.istio.io
  clientConfig: {url: "https://istiod.example.com/inject"}
  namespaceSelector:
    matchExpressions:
    - {key: istio.io/rev, operator: In, values: [v2]}
    - {key: istio-injection, operator: DoesNotExist}
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-revision-tag-default}
webhooks:
- name: tag.sidecar-injector.istio.io
  clientConfig: {url: "https://istiod.example.com/inject"}
  namespaceSelector: {matchExpressions: [{key: istio-injection, operator: In, values: [enabled]}]}
`,
  *run({ id }, mesh): Iterable<Verdict> {
    const own = [...mesh.fact(overlapsOf)].filter(([{ owner }]) => owner === id);
    for (const [{ index }, [first, ...more]] of own) {
      if (first) {
        const others = [first, ...more].map(({ other }) => other);
        yield {
          path: `webhooks[${index}].name`,
          message: `a Pod with ${words(first.pod)}, in a namespace with ${words(first.namespace)}, is taken by ${others.map(({ owner, name }) => `${owner.name}/${name}`).join(", ")} too`,
          related: [...new Set(others.map(({ owner }) => owner))].filter((owner) => owner !== id),
        };
      }
    }
  },
});
