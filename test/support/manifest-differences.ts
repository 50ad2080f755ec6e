import type { Difference } from "./manifest-compare";

/** Differences between our charts and istioctl that are as they should be, and why. */
export interface ReviewedDifference {
  reason: string;
  object: RegExp;
  path: RegExp;
  /** Profiles and platforms, as `profile/platform`. */
  where?: RegExp;
}

const gateway = /\/istio-(in|e)gressgateway(-sds|-service-account)?$/;

export const reviewedDifferences: ReviewedDifference[] = [
  {
    reason: "each chart is a release of its own here, and one release called istio in istioctl",
    object: /^/,
    path: /\.labels\.(release|app\.kubernetes\.io\/instance)$/,
  },
  {
    reason: "the charts that istioctl embeds carry the version of the source tree",
    object: /^/,
    path: /\.labels\.(app\.kubernetes\.io\/version|helm\.sh\/chart)$/,
  },
  {
    reason:
      "istioctl creates the default validator after the manifest, when it makes a revision the default",
    object: /^ValidatingWebhookConfiguration istiod-default-validator$/,
    path: /^$/,
  },
  {
    reason: "the same, for the policy of the preset stable",
    object:
      /^ValidatingAdmissionPolicy(Binding)? stable-channel-default-policy(-binding)?\.istio\.io$/,
    path: /^$/,
    where: /^stable\//,
  },
  {
    reason: "a note of the values that were given; what follows from them is compared by itself",
    object: /^ConfigMap istio-system\/values$/,
    path: /^\.data\.(original|merged)-values$/,
  },
  {
    reason: "istiod has to find its injection templates when it starts",
    object: /^Deployment istio-system\/istiod$/,
    path: /^\.metadata\.annotations$/,
  },
  {
    reason: "istiod turns Ignore into Fail, and a later update would fight with it over the field",
    object: /^ValidatingWebhookConfiguration istio-validator-istio-system$/,
    path: /^\.webhooks\[rev\.validation\.istio\.io\]\.failurePolicy$/,
  },
  {
    reason: "the chart asks the cluster for its version to know GKE; rendering asks nobody",
    object: /^DaemonSet istio-system\/istio-cni-node$/,
    path: /^\.spec\.template\.spec\.volumes\[cni-bin-dir\]\.hostPath\.path$/,
    where: /\/gke$/,
  },
  {
    reason:
      "the chart gateway, which Istio recommends, is another one than istioctl's; see the other tests",
    object: gateway,
    path: /^/,
  },
];

/** Whether a reviewed difference is about this one. */
export const explains = (
  { object, path, where }: ReviewedDifference,
  found: Difference,
  profile: string,
): boolean => object.test(found.object) && path.test(found.path) && (where?.test(profile) ?? true);
