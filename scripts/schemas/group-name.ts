/** `networking` of `networking.istio.io`, `gateway` of `gateway.networking.k8s.io`. */
export const groupName = (group: string) => group.split(".")[0] ?? group;
