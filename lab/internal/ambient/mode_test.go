package ambient

import (
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func TestCaptured(t *testing.T) {
	ambient, none := map[string]string{modeLabel: "ambient"}, map[string]string{modeLabel: "none"}
	for _, c := range []struct {
		name           string
		pod, namespace map[string]string
		annotations    map[string]string
		hostNetwork    bool
		want           bool
	}{
		{name: "the namespace is ambient", namespace: ambient, want: true},
		{name: "nobody says anything"},
		{name: "the Pod alone is ambient", pod: ambient, want: true},
		{name: "the Pod opts out", pod: none, namespace: ambient},
		{name: "it has a sidecar", namespace: ambient, annotations: map[string]string{sidecarStatus: "{}"}},
		{name: "it is in the node's network", namespace: ambient, hostNetwork: true},
	} {
		pod := &corev1.Pod{
			ObjectMeta: metav1.ObjectMeta{Labels: c.pod, Annotations: c.annotations},
			Spec:       corev1.PodSpec{HostNetwork: c.hostNetwork},
		}
		if got := Captured(pod, c.namespace); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
