package kubelet

import (
	"context"
	"fmt"
	"sync"
	"time"

	authenticationv1 "k8s.io/api/authentication/v1"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
)

// api reads what Pods refer to, straight from the API server, for as long as its kubelet runs: whoever
// works out files and variables from it does not wait for anything else.
type api struct {
	ctx    context.Context
	client kubernetes.Interface

	mutex  sync.Mutex
	tokens map[string]issuedToken
}

type issuedToken struct {
	value string
	renew time.Time
}

func newAPI(ctx context.Context, client kubernetes.Interface) *api {
	return &api{ctx: ctx, client: client, tokens: map[string]issuedToken{}}
}

func (a *api) ConfigMap(namespace, name string) (map[string]string, bool, error) {
	object, err := a.client.CoreV1().ConfigMaps(namespace).Get(a.ctx, name, metav1.GetOptions{})
	if apierrors.IsNotFound(err) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	return object.Data, true, nil
}

func (a *api) Secret(namespace, name string) (map[string][]byte, bool, error) {
	object, err := a.client.CoreV1().Secrets(namespace).Get(a.ctx, name, metav1.GetOptions{})
	if apierrors.IsNotFound(err) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	return object.Data, true, nil
}

// Token is kept until four fifths of its life are over, as a kubelet does.
func (a *api) Token(pod *corev1.Pod, audience string, seconds int64) (string, error) {
	key := fmt.Sprintf("%s|%s|%d", pod.UID, audience, seconds)
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if token, found := a.tokens[key]; found && time.Now().Before(token.renew) {
		return token.value, nil
	}
	request := &authenticationv1.TokenRequest{Spec: authenticationv1.TokenRequestSpec{
		ExpirationSeconds: &seconds,
		BoundObjectRef: &authenticationv1.BoundObjectReference{
			APIVersion: "v1", Kind: "Pod", Name: pod.Name, UID: pod.UID,
		},
	}}
	if audience != "" {
		request.Spec.Audiences = []string{audience}
	}
	answer, err := a.client.CoreV1().ServiceAccounts(pod.Namespace).CreateToken(a.ctx, pod.Spec.ServiceAccountName, request, metav1.CreateOptions{})
	if err != nil {
		return "", fmt.Errorf("token of %s/%s: %w", pod.Namespace, pod.Spec.ServiceAccountName, err)
	}
	life := time.Until(answer.Status.ExpirationTimestamp.Time)
	a.tokens[key] = issuedToken{value: answer.Status.Token, renew: time.Now().Add(life * 4 / 5)}
	return answer.Status.Token, nil
}

func (a *api) forget(pod *corev1.Pod) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	prefix := string(pod.UID) + "|"
	for key := range a.tokens {
		if len(key) > len(prefix) && key[:len(prefix)] == prefix {
			delete(a.tokens, key)
		}
	}
}
