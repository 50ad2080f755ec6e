import { nameProblem } from "../../../values/host";
import { isIpAddress } from "../../../values/ip";
import { labelKeyProblem, labelValueProblem } from "../../../values/label";
import { isSocketAddress } from "../../../values/socket";
import { type Finding, refused, warned } from "../finding";
import type { MeshObject } from "../mesh-object";
import { checkText, field, isBlank, isUnknown, type Place, pairs, text } from "./primitives/place";

type TextProblem = (value: string) => string | undefined;

/** What istiod's webhook says of a WorkloadEntry: of its address and its labels. */
export const workloadEntryRules = ({ spec }: MeshObject): Finding[] => {
  const workload: Place = { path: "spec", value: spec };
  return [
    ...workloadAddressFindings(workload, ipOrNameProblem),
    ...labelFindings(field(workload, "labels")),
  ];
};

/** Where a workload is: an IP address, or a full host name that is looked up. */
export const ipOrNameProblem: TextProblem = (address) =>
  isIpAddress(address) || nameProblem(address) === undefined
    ? undefined
    : "an IP address or a full host name is expected";

const isSocket = (address: Place): boolean => isSocketAddress(text(address) ?? "");

/** The address of a workload: none in a network behind a gateway, a socket, or as the problem says. */
export function workloadAddressFindings(workload: Place, problemOf: TextProblem): Finding[] {
  const address = field(workload, "address");
  const network = field(workload, "network");
  if (!isBlank(address)) {
    return isSocket(address) ? [] : checkText(address, problemOf);
  }
  if (isUnknown(network)) {
    return [];
  }
  return isBlank(network)
    ? [refused(address.path, address.value, "an address is required, or a network")]
    : [
        warned(
          address.path,
          address.value,
          "without an address the workload is reached through the gateway of its network alone",
        ),
      ];
}

/** What a workload says of itself, as labels of Pods. */
export const labelFindings = (labels: Place): Finding[] =>
  pairs(labels).flatMap(([key, place]) => {
    const reason = labelKeyProblem(key);
    return [
      ...(reason === undefined ? [] : [refused(place.path, place.value, reason)]),
      ...checkText(place, labelValueProblem),
    ];
  });

/** An endpoint of a service, whose ports are `portNames`; undefined while they are not known. */
export function endpointPortFindings(
  endpoint: Place,
  portNames: ReadonlySet<string> | undefined,
): Finding[] {
  if (portNames === undefined) {
    return [];
  }
  const address = field(endpoint, "address");
  const unnamed = pairs(field(endpoint, "ports")).filter(([name]) => !portNames.has(name));
  return [
    ...unnamed.map(([, { path, value }]) =>
      refused(path, value, "no port of spec.ports has this name"),
    ),
    ...(isSocket(address) && portNames.size !== 1
      ? [
          refused(
            address.path,
            address.value,
            "a socket serves one port; spec.ports has to name one",
          ),
        ]
      : []),
  ];
}
