import { cluster, httpFilter, listener } from "../../support/envoy";
import type { Envoy } from "../../support/translate";
import type { Row } from "./row";
import { host, istio, type Proxies } from "./world";

const tlsOf = (one: Envoy): Envoy => one.transportSocket.typedConfig.commonTlsContext;
const served = ({ sidecar }: Proxies): Envoy =>
  tlsOf(
    listener(sidecar, "virtualInbound").filterChains.find(
      ({ name, transportSocket }: Envoy) => name === "0.0.0.0_80" && transportSocket,
    ),
  );
const trusted = (proxies: Proxies): string[] =>
  served(proxies).combinedValidationContext.defaultValidationContext.matchSubjectAltNames.map(
    ({ prefix }: Envoy) => prefix,
  );

/** Who is trusted, and over which TLS. */
export const securityRows: readonly Row[] = [
  {
    what: "enableAutoMtls decides whether clients speak mutual TLS",
    given: { enableAutoMtls: false },
    see: ({ sidecar }) =>
      cluster(sidecar, host, 80).transportSocketMatches?.map(({ name }: Envoy) => name),
    with: undefined,
    without: ["tlsMode-istio", "tlsMode-disabled"],
  },
  {
    what: "meshMTLS is the TLS between proxies",
    given: {
      meshMTLS: {
        minProtocolVersion: "TLSV1_3",
        cipherSuites: ["ECDHE-RSA-AES256-GCM-SHA384"],
      },
    },
    see: (proxies) => served(proxies).tlsParams,
    with: {
      tlsMinimumProtocolVersion: "TLSv1_3",
      tlsMaximumProtocolVersion: "TLSv1_3",
      cipherSuites: ["ECDHE-RSA-AES256-GCM-SHA384"],
    },
    without: {
      tlsMinimumProtocolVersion: "TLSv1_2",
      tlsMaximumProtocolVersion: "TLSv1_3",
      cipherSuites: [
        "ECDHE-ECDSA-AES256-GCM-SHA384",
        "ECDHE-RSA-AES256-GCM-SHA384",
        "ECDHE-ECDSA-AES128-GCM-SHA256",
        "ECDHE-RSA-AES128-GCM-SHA256",
        "AES256-GCM-SHA384",
        "AES128-GCM-SHA256",
      ],
    },
  },
  {
    what: "tlsDefaults is the TLS of clients from outside",
    given: {
      tlsDefaults: {
        minProtocolVersion: "TLSV1_3",
        ecdhCurves: ["P-256"],
        cipherSuites: ["ECDHE-RSA-AES256-GCM-SHA384"],
      },
    },
    see: ({ gateway }) => tlsOf(listener(gateway, 443).filterChains[0]).tlsParams,
    with: {
      tlsMinimumProtocolVersion: "TLSv1_3",
      ecdhCurves: ["P-256"],
      cipherSuites: ["ECDHE-RSA-AES256-GCM-SHA384"],
    },
    without: undefined,
  },
  {
    what: "trustDomain is that of the identities that are let in",
    given: { trustDomain: "example.org" },
    see: trusted,
    with: ["spiffe://example.org/"],
    without: ["spiffe://cluster.local/"],
  },
  {
    what: "trustDomainAliases are let in too",
    given: { trustDomainAliases: ["example.com"] },
    see: trusted,
    with: ["spiffe://cluster.local/", "spiffe://example.com/"],
    without: ["spiffe://cluster.local/"],
  },
  {
    what: "rootNamespace is the one whose policies hold everywhere",
    given: { rootNamespace: "roots" },
    around: {
      more: [
        istio("security", "AuthorizationPolicy", "none", "roots", {
          action: "DENY",
          rules: [{}],
        }),
      ],
    },
    see: ({ sidecar }) =>
      httpFilter(sidecar, "virtualInbound", "envoy.filters.http.rbac")?.rules.action,
    with: "DENY",
    without: undefined,
  },
];
