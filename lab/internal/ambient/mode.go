package ambient

import corev1 "k8s.io/api/core/v1"

const (
	modeLabel     = "istio.io/dataplane-mode"
	sidecarStatus = "sidecar.istio.io/status"
)

// Captured says whether a Pod's connections are ztunnel's: its own label wins over its namespace's,
// and a Pod with a sidecar is never captured.
func Captured(pod *corev1.Pod, namespaceLabels map[string]string) bool {
	if _, injected := pod.Annotations[sidecarStatus]; injected || pod.Spec.HostNetwork {
		return false
	}
	if mode, labelled := pod.Labels[modeLabel]; labelled {
		return mode == "ambient"
	}
	return namespaceLabels[modeLabel] == "ambient"
}
