import { CertManager } from "../../components";
import { changesOf } from "../support/transitions/changes";

export default changesOf(CertManager, {
  bases: { "as it is": {} },
  values: {
    releaseName: ["certs"],
    timeout: [120],
    values: [{ replicaCount: 2 }],
    version: ["v1.20.0"],
  },
});
