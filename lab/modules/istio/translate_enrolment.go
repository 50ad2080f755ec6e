package main

import "k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

const (
	tlsModeLabel = "security.istio.io/tlsMode"
	modeLabel    = "istio.io/dataplane-mode"
)

// What Istio's injector and CNI add to Pods of the mesh.

// injectPods marks the Pods that the injector would give a sidecar: others call them with mutual TLS.
func (w *world) injectPods() {
	for _, pod := range w.ofKind("Pod") {
		own, chosen := pod.GetLabels()["sidecar.istio.io/inject"]
		labels := w.namespaceOf(pod).GetLabels()
		if own == "true" || !chosen && (labels["istio-injection"] == "enabled" || labels["istio.io/rev"] != "") {
			addLabel(pod, tlsModeLabel, "istio")
		}
	}
}

// redirectPods marks the Pods without a proxy of their own whose traffic the CNI would send through
// ztunnel.
func (w *world) redirectPods() {
	for _, pod := range w.ofKind("Pod") {
		mode, chosen := pod.GetLabels()[modeLabel]
		if !chosen {
			mode = w.namespaceOf(pod).GetLabels()[modeLabel]
		}
		if mode == "ambient" && pod.GetLabels()[tlsModeLabel] == "" {
			annotations := pod.GetAnnotations()
			if annotations == nil {
				annotations = map[string]string{}
			}
			annotations["ambient.istio.io/redirection"] = "enabled"
			pod.SetAnnotations(annotations)
		}
	}
}

func (w *world) namespaceOf(object *unstructured.Unstructured) *unstructured.Unstructured {
	return w.byKey[key("Namespace", "", object.GetNamespace())]
}

func addLabel(object *unstructured.Unstructured, name, value string) {
	all := object.GetLabels()
	if all == nil {
		all = map[string]string{}
	}
	all[name] = value
	object.SetLabels(all)
}
