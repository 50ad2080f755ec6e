import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkedWith } from "../../../arguments/checked-with";
import { given, under } from "../../../arguments/fields";
import { oneOf } from "../../../arguments/one-of";
import { dnsName, type Test } from "../../../arguments/predicates";
import { knownCiphers } from "../../../values/cipher";
import { Dialect } from "../../routing/dialect";
import {
  GatewayProtocol,
  type GatewayServer,
  type GatewayTls,
  GatewayTlsMode,
  TlsVersion,
} from "./gateway-server-args";

const asked: GatewayTlsMode[] = [GatewayTlsMode.Mutual, GatewayTlsMode.OptionalMutual];
const terminated: GatewayTlsMode[] = [GatewayTlsMode.Simple, ...asked];

/** Which modes a setting has a meaning in, and why the others know nothing of it. */
const meaning: [keyof GatewayTls, modes: GatewayTlsMode[], why: string][] = [
  ["credentialName", terminated, "the service behind has the certificate"],
  ["caCertCredentialName", asked, "clients are not asked for a certificate"],
  ["minProtocolVersion", terminated, "the service behind speaks TLS with the client"],
  ["maxProtocolVersion", terminated, "the service behind speaks TLS with the client"],
  ["cipherSuites", terminated, "the service behind speaks TLS with the client"],
  ["subjectAltNames", asked, "clients are not asked for a certificate"],
];

const everywhere =
  'dialect "istio" has it; or set it for all gateways of the mesh in meshConfig.tlsDefaults';

/** What a listener of the Gateway API has no field and Istio no option for. */
const istioOnly: Partial<Record<keyof GatewayTls, string>> = {
  caCertCredentialName:
    "a listener takes no CAs of its own; put them into the Secret <credentialName>-cacert, as clientCa of a GatewayCertificate does",
  minProtocolVersion: everywhere,
  maxProtocolVersion: 'only dialect "istio" has it',
  subjectAltNames:
    'only dialect "istio" has it; or let an AuthorizationPolicy look at the client\'s certificate',
};

const cipher = oneOf<string>([...knownCiphers]);

const versions = Object.values(TlsVersion);
const rank = (version: TlsVersion) => versions.indexOf(version);

const inOrder: Test<readonly [TlsVersion, TlsVersion]> = ([min, max]) =>
  rank(max) >= 0 && rank(max) < rank(min)
    ? `"${max}" is older than minProtocolVersion "${min}"; no client could connect`
    : undefined;

function checkMode(check: ArgumentCheck, at: string, tls: GatewayTls, mode: GatewayTlsMode): void {
  for (const [name, modes, why] of meaning) {
    if (tls[name] !== undefined && !modes.includes(mode)) {
      check.fail(under(at, name), `is for ${modes.join(", ")} only, and mode is ${mode}: ${why}`);
    }
  }
  if (terminated.includes(mode) && tls.credentialName === undefined) {
    check.fail(
      under(at, "credentialName"),
      `is missing; mode ${mode} needs the Secret with the certificate (IST0101)`,
    );
  }
}

function checkDialect(check: ArgumentCheck, at: string, tls: GatewayTls): void {
  if (tls.mode === GatewayTlsMode.OptionalMutual) {
    check.fail(
      under(at, "mode"),
      'OPTIONAL_MUTUAL does not work in dialect "gateway-api": istiod 1.31 withholds the CAs of clients from the gateway, and every handshake fails (istio/istio#60618); use MUTUAL, or dialect "istio"',
    );
  }
  for (const [name, reason] of Object.entries(istioOnly)) {
    if (tls[name as keyof GatewayTls] !== undefined) {
      check.fail(under(at, name), `cannot be said in dialect "gateway-api": ${reason}`);
    }
  }
}

function checkCiphers(check: ArgumentCheck, at: string, tls: GatewayTls): void {
  const { cipherSuites, minProtocolVersion: min } = tls;
  if (cipherSuites?.length === 0) {
    check.fail(under(at, "cipherSuites"), "is empty; leave it out for Envoy's choice");
  }
  if (cipherSuites && min === TlsVersion.V1_3) {
    check.fail(
      under(at, "cipherSuites"),
      `has no effect with minProtocolVersion "${min}": TLS 1.3 has ciphers of its own`,
    );
  }
  const old = min === TlsVersion.V1_0 || min === TlsVersion.V1_1;
  if (old && !cipherSuites) {
    check.fail(
      under(at, "minProtocolVersion"),
      `"${min}" needs cipherSuites: the ones that Envoy offers by itself are for TLS 1.2 and later`,
    );
  }
}

const filled: Test<string> = (value) =>
  typeof value === "string" && value !== "" ? undefined : "is empty; leave it out";

/** Checks TLS of a server; what comes back is safe to use. */
export function checkedTls(
  check: ArgumentCheck,
  at: string,
  server: GatewayServer,
  dialect: Dialect,
): GatewayTls {
  const { tls = {}, protocol } = server;
  const { mode = GatewayTlsMode.Simple } = tls;
  check.plain(under(at, "mode"), mode, edgeMode);
  if (modes.includes(mode)) {
    checkMode(check, at, tls, mode);
  }
  if (mode === GatewayTlsMode.Passthrough && protocol === GatewayProtocol.Https) {
    check.fail(under(at, "mode"), "PASSTHROUGH needs protocol TLS: nothing inside can be routed");
  }
  if (dialect === Dialect.GatewayApi) {
    checkDialect(check, at, tls);
  }
  checkCiphers(check, at, tls);
  return given({ mode, ...checkedFields(check, at, tls) });
}

const modes = Object.values(GatewayTlsMode);

/** Modes that are not for the edge get a reason of their own. */
const edgeMode: Test<string> = (mode) =>
  mode === "ISTIO_MUTUAL" || mode === "AUTO_PASSTHROUGH"
    ? `"${mode}" is for clients inside the mesh; allowed: ${modes.join(", ")}`
    : undefined;

function checkedFields(check: ArgumentCheck, at: string, tls: GatewayTls): GatewayTls {
  const { minProtocolVersion: min, maxProtocolVersion: max } = tls;
  const list = (name: "cipherSuites" | "subjectAltNames", test: Test<string>) =>
    tls[name]?.map((value, i) => check.input(`${under(at, name)}[${i}]`, value, test));
  return {
    credentialName: check.input(under(at, "credentialName"), tls.credentialName, dnsName),
    caCertCredentialName: check.input(
      under(at, "caCertCredentialName"),
      tls.caCertCredentialName,
      dnsName,
    ),
    minProtocolVersion: min,
    maxProtocolVersion:
      max === undefined
        ? undefined
        : checkedWith(check, under(at, "maxProtocolVersion"), min ?? TlsVersion.V1_2, max, inOrder),
    cipherSuites: list("cipherSuites", cipher),
    subjectAltNames: list("subjectAltNames", filled),
  };
}
