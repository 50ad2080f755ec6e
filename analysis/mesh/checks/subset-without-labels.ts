import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

/** A subset that chooses all Pods. */
export const subsetWithoutLabels = check({
  id: "subset-without-labels",
  code: "KIA0209",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A subset has no labels.",
  why: "It chooses all Pods of the host, those of other versions too: a route to it splits nothing.",
  fix: "Write the labels of the version's Pods.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: mailer, namespace: notify}
spec:
  host: mailer
  subsets:
  - {name: stable, labels: {track: stable}}
  - name: beta # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: mailer, namespace: notify}
spec:
  host: mailer
  subsets:
  - name: beta
    labels: {track: beta}
`,
  *run({ spec }) {
    for (const [i, { name, labels = {}, trafficPolicy }] of (spec.subsets ?? []).entries()) {
      const others = (spec.subsets ?? []).some((one) => Object.keys(one.labels ?? {}).length > 0);
      if (Object.keys(labels).length === 0) {
        yield {
          path: `spec.subsets[${i}].name`,
          message: `subset ${quoted(name)} has no labels, so it is all Pods of ${quoted(spec.host)}`,
          // Alone it is a name for a policy, as routes to a gateway have one.
          ...((trafficPolicy || !others) && { level: "info" }),
        };
      }
    }
  },
});
