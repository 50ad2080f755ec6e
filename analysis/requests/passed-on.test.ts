import assert from "node:assert/strict";
import { parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../mesh/kubernetes-object";
import { Mesh } from "../mesh/mesh";
import { answerWords } from "./answer-words";
import { answer } from "./ask";
import { requestFromUrl } from "./from-url";

const ground = `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: plain}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {}
---
apiVersion: v1
kind: Pod
metadata: {name: client, namespace: shop}
spec: {}
---
apiVersion: v1
kind: Pod
metadata: {name: client, namespace: plain}
spec: {}
---
`;
const strict = `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: p, namespace: shop}
spec: {mtls: {mode: STRICT}}
`;

const asked = (namespace: string, url: string, more = "") => {
  const objects = parseAllDocuments(ground + more).flatMap((one) => one.toJS() ?? []);
  const mesh = new Mesh(objects as KubernetesObject[], {});
  const from = { kind: "workload", name: "client", namespace } as const;
  return answerWords(answer(mesh, requestFromUrl(from, undefined, url)));
};

describe("what no proxy knows of", () => {
  it("comes to the Pods of a Service that is called, without mutual TLS", () => {
    assert.equal(asked("shop", "tcp://web:80"), "the connection is closed");
    assert.equal(asked("shop", "tcp://web:80", strict), "the TLS handshake is refused");
    assert.equal(asked("shop", "http://web/", strict), "web.shop:80 web");
  });

  it("reaches nobody at a port that the Service does not have", () => {
    assert.equal(asked("shop", "http://web:8080/"), "web.shop has no port 8080");
    assert.equal(asked("plain", "http://web.shop:8080/"), "web.shop has no port 8080");
  });

  it("reaches nobody by a name that a namespace of the set does not have", () => {
    for (const namespace of ["shop", "plain"]) {
      assert.equal(asked(namespace, "http://wbe.shop/"), "there is no Service wbe.shop");
      assert.equal(
        asked(namespace, "http://wbe.shop.svc.cluster.local/"),
        "there is no Service wbe.shop.svc.cluster.local",
      );
      assert.equal(asked(namespace, "http://example.com/"), "example.com:80");
    }
  });
});
