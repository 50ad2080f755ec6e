import { isGoTrue } from "../../../values/go-boolean";
import { dryRunAnnotation } from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import { check } from "../check";
import { text } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { environmentOfIstiod } from "../model/istiod";
import { isOnTrial } from "../model/ztunnel-policies";
import { isForZtunnelAlone } from "../waypoint-needed";

const setting = "AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY";

const isTriedByZtunnel = (mesh: Mesh): boolean =>
  environmentOfIstiod(mesh).some(
    ({ name, value }) => name === setting && isGoTrue(text(value) ?? ""),
  );

/** A policy on trial that nothing tries. */
export const trialInZtunnel = check({
  id: "trial-in-ztunnel",
  code: "MESH0332",
  aliases: [],
  level: "info",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy is on trial, and its workloads are ambient.",
  why: "istiod keeps such a policy from ztunnel, unless AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY is set: nothing is logged or counted of what it would deny.",
  fix: "Attach it to a Service with a waypoint by targetRefs, or set AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY for istiod.",
  url: "https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: forge, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: smiths
  namespace: forge
  annotations:
    istio.io/dry-run: "true" # found
spec:
  rules:
  - from: [{source: {namespaces: [forge]}}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: forge, labels: {istio-injection: enabled}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: smiths
  namespace: forge
  annotations:
    istio.io/dry-run: "true"
spec:
  rules:
  - from: [{source: {namespaces: [forge]}}]
`,
  *run(policy, mesh) {
    if (isOnTrial(policy) && isForZtunnelAlone(policy, mesh) && !mesh.fact(isTriedByZtunnel)) {
      yield {
        path: fieldPath("metadata.annotations", dryRunAnnotation),
        message:
          "ztunnel stands before all that the policy is for, and istiod does not hand it policies on trial",
      };
    }
  },
});
