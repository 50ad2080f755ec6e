import type { EndCheck } from "../program/part";
import { type ChartValues, valueAt } from "./chart-values";

const path = "meshConfig.enableAutoMtls";

/** Without it clients speak plain text wherever no rule says otherwise. */
export const autoMtlsChecks = (values: ChartValues): EndCheck[] =>
  valueAt(values, path) === false
    ? [
        {
          path,
          reason(program) {
            const strict = program.said("mutualTls").find(({ mode }) => mode === "STRICT");
            return strict
              ? `is false, so that clients speak plain text, and ${strict.owner} lets nothing but mutual TLS in (STRICT): requests without a TrafficPolicy with tls: { mode: "ISTIO_MUTUAL" } are cut off; leave it out`
              : undefined;
          },
        },
      ]
    : [];
