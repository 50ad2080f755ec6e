import { newCertificate } from "../../../test/support/certificates";
import { meshCases } from "../../../test/support/mesh-cases";
import { secretKeyPair } from "./secret-key-pair";

const [own, other] = ["a", "b"].map((commonName) => newCertificate({ commonName, keyType: "ec" }));
const { certificate = "", privateKey = "" } = own ?? {};
const secret = (data: Record<string, string>, field = "stringData") =>
  `---\napiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\n${field}: ${JSON.stringify(data)}\n`;

meshCases(secretKeyPair, {
  "finds the key of another": {
    yaml: secret({ "tls.crt": certificate, "tls.key": other?.privateKey ?? "" }),
    says: ['error Secret s stringData["tls.key"]'],
    messages: ["the key is not that of the (first) certificate"],
  },
  "finds it under the other names": {
    yaml: secret({ cert: certificate, key: other?.privateKey ?? "" }),
    says: ["error Secret s stringData.key"],
  },
  "finds it in base64": {
    yaml: secret(
      Object.fromEntries(
        [
          ["tls.crt", certificate],
          ["tls.key", other?.privateKey ?? ""],
        ].map(([name, pem = ""]) => [name, Buffer.from(pem).toString("base64")]),
      ),
      "data",
    ),
    says: ['error Secret s data["tls.key"]'],
  },
  "takes its own": { yaml: secret({ "tls.crt": certificate, "tls.key": privateKey }) },
  "takes the key of the names that are read": {
    yaml: secret({ cert: certificate, key: privateKey, "tls.key": other?.privateKey ?? "" }),
  },
  "takes what is no certificate": {
    yaml: secret({ "tls.crt": "x", "tls.key": other?.privateKey ?? "" }),
  },
  "takes other Secrets": { yaml: secret({ password: "x" }) },
});
