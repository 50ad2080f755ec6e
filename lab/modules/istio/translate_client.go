package main

import (
	"istio.io/istio/pkg/kube"
	"istio.io/istio/pkg/test"
	authorizationv1 "k8s.io/api/authorization/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/testing"
)

// newClient holds the objects. Kubernetes' own are put in without the bookkeeping of who manages
// which field, which takes milliseconds for each and which nobody asks for.
func newClient(t test.Failer, in *inputs) kube.Client {
	client := kube.NewFakeClient(in.meshObjects...)
	kubernetes := client.Kube().(*fake.Clientset)
	for _, object := range in.objects {
		if err := kubernetes.Tracker().Add(object); err != nil {
			t.Fatal(err)
		}
	}
	allowSecrets(kubernetes)
	return client
}

// allowSecrets answers the question whether a gateway may read its secrets with yes, as the roles of
// the charts do. That they are in its own namespace istiod sees to itself.
func allowSecrets(kubernetes *fake.Clientset) {
	yes := &authorizationv1.SubjectAccessReview{Status: authorizationv1.SubjectAccessReviewStatus{Allowed: true}}
	kubernetes.PrependReactor("create", "subjectaccessreviews",
		func(testing.Action) (bool, runtime.Object, error) { return true, yes, nil })
}
