import type {
  ClientTlsSettings,
  TrafficPolicy,
} from "../../../schemas/kinds/networking/destination-rule";
import type { Rule } from "./destination-rules";
import type { Labels } from "./selector";

/** TLS that clients are told to speak, and to whom. */
export interface ClientTls {
  readonly tls: ClientTlsSettings;
  /** Path of the settings in the DestinationRule. */
  readonly path: string;
  /** The one port that it is for. */
  readonly port: number | undefined;
  /** Labels of the subset that it is for. */
  readonly labels: Labels;
}

function ofPolicy(policy: TrafficPolicy | undefined, path: string, labels: Labels): ClientTls[] {
  const { tls, portLevelSettings = [] } = policy ?? {};
  return [
    ...(tls ? [{ tls, path: `${path}.tls`, port: undefined, labels }] : []),
    ...portLevelSettings.flatMap(({ tls: own, port }, i) =>
      own
        ? [{ tls: own, path: `${path}.portLevelSettings[${i}].tls`, port: port?.number, labels }]
        : [],
    ),
  ];
}

/** Modes in which a proxy starts TLS with certificates of its own choice, not with those of the mesh. */
const started: readonly string[] = ["SIMPLE", "MUTUAL"];

/** Whether a proxy starts TLS to a server that need not be of the mesh. */
export const startsTls = (tls: ClientTlsSettings | undefined): boolean =>
  started.includes(tls?.mode ?? "");

/** All TLS settings of a DestinationRule. */
export const clientTlsOf = ({ source, subsets }: Rule): ClientTls[] => [
  ...ofPolicy(source.spec.trafficPolicy, "spec.trafficPolicy", {}),
  ...subsets.flatMap(({ trafficPolicy, labels = {} }, i) =>
    ofPolicy(trafficPolicy, `spec.subsets[${i}].trafficPolicy`, labels),
  ),
];
