package kubelet

import (
	"errors"
	"fmt"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// fakeObjects holds ConfigMaps and Secrets by "namespace/name" and issues readable tokens.
type fakeObjects struct {
	configMaps map[string]map[string]string
	secrets    map[string]map[string][]byte
}

var errAway = errors.New("the API server is away")

// failing answers every question with errAway.
type failing struct{}

func (f fakeObjects) ConfigMap(namespace, name string) (map[string]string, bool, error) {
	data, found := f.configMaps[namespace+"/"+name]
	return data, found, nil
}

func (f fakeObjects) Secret(namespace, name string) (map[string][]byte, bool, error) {
	data, found := f.secrets[namespace+"/"+name]
	return data, found, nil
}

func (f fakeObjects) Token(pod *corev1.Pod, audience string, seconds int64) (string, error) {
	return fmt.Sprintf("token of %s for %q, %d s", pod.Name, audience, seconds), nil
}

func (failing) ConfigMap(string, string) (map[string]string, bool, error) { return nil, false, errAway }
func (failing) Secret(string, string) (map[string][]byte, bool, error)    { return nil, false, errAway }
func (failing) Token(*corev1.Pod, string, int64) (string, error)          { return "", errAway }

// shop is a cluster with one ConfigMap and one Secret in the namespace "shop".
var shop = fakeObjects{
	configMaps: map[string]map[string]string{"shop/settings": {"color": "blue", "size": "XL"}},
	secrets:    map[string]map[string][]byte{"shop/login": {"user": []byte("eva"), "password": []byte("apple")}},
}

// cart is a Pod of the namespace "shop" with everything that the downward API shows.
func cart() *corev1.Pod {
	return &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{
			Name: "cart-1", Namespace: "shop", UID: "uid-1",
			Labels:      map[string]string{"version": "v1", "app": "cart"},
			Annotations: map[string]string{"note": "say \"hi\"\n"},
		},
		Spec:   corev1.PodSpec{NodeName: "lab-node-1", ServiceAccountName: "cart"},
		Status: corev1.PodStatus{PodIP: "10.244.0.2", HostIP: "10.244.255.1"},
	}
}

func named(name string) corev1.LocalObjectReference { return corev1.LocalObjectReference{Name: name} }

func yes() *bool {
	value := true
	return &value
}
