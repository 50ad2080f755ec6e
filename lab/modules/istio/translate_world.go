package main

import (
	"errors"
	"fmt"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

// world is a set of objects that becomes what a cluster would have: what API server, controllers,
// CNI and istiod's gateway deployments add to the objects of a question.
type world struct {
	// domain is the cluster's, below which Services have their names.
	domain  string
	objects []*unstructured.Unstructured
	// byKey finds objects by kind, namespace and name.
	byKey map[string]*unstructured.Unstructured
	// used counts the addresses that were given away.
	used int
}

// newWorld takes the objects of a question, with the defaults of their definitions, and refuses those
// that a cluster with Istio would refuse.
func newWorld(known definitions, objects []*unstructured.Unstructured, domain string) (*world, error) {
	w := &world{domain: domain, byKey: map[string]*unstructured.Unstructured{}}
	var refused []error
	for _, object := range objects {
		if err := admit(known, object); err != nil {
			refused = append(refused, fmt.Errorf("%s: %w", titleOf(object), err))
		} else if err := w.add(object); err != nil {
			refused = append(refused, err)
		}
	}
	return w, errors.Join(refused...)
}

// keyOf has the group too: there are Gateways of two kinds.
func keyOf(object *unstructured.Unstructured) string {
	return key(object.GroupVersionKind().GroupKind().String(), object.GetNamespace(), object.GetName())
}

func key(groupKind, namespace, name string) string {
	return groupKind + " " + namespace + "/" + name
}

// titleOf is for messages.
func titleOf(object *unstructured.Unstructured) string {
	return key(object.GetKind(), object.GetNamespace(), object.GetName())
}

// admit does what the API server does by definitions, and istiod's webhook.
func admit(known definitions, object *unstructured.Unstructured) error {
	if !isMesh(object) {
		return nil
	}
	if err := known.refuse(object); err != nil {
		return err
	}
	line, err := object.MarshalJSON()
	if err != nil {
		return err
	}
	said, err := askIstiod(line)
	if err != nil || said.Webhook == "" {
		return err
	}
	return errors.New(said.Webhook)
}

// isMesh says whether an object is one of Istio's or the Gateway API's kinds.
func isMesh(object *unstructured.Unstructured) bool {
	group := object.GroupVersionKind().Group
	return strings.HasSuffix(group, ".istio.io") || isGatewayAPI(object)
}

func isGatewayAPI(object *unstructured.Unstructured) bool {
	return strings.HasPrefix(object.GroupVersionKind().Group, "gateway.networking.")
}

func (w *world) add(object *unstructured.Unstructured) error {
	if object.GetName() == "" {
		return fmt.Errorf("%s has no name", titleOf(object))
	}
	if _, twice := w.byKey[keyOf(object)]; twice {
		return fmt.Errorf("%s is there twice", titleOf(object))
	}
	w.byKey[keyOf(object)] = object
	w.objects = append(w.objects, object)
	return nil
}

// ensure adds an object unless there is one of its kind and name.
func (w *world) ensure(object *unstructured.Unstructured) *unstructured.Unstructured {
	if there, found := w.byKey[keyOf(object)]; found {
		return there
	}
	w.byKey[keyOf(object)] = object
	w.objects = append(w.objects, object)
	return object
}

// ofKind lists objects; the list does not change when objects are added.
func (w *world) ofKind(kind string) []*unstructured.Unstructured {
	var found []*unstructured.Unstructured
	for _, object := range w.objects {
		if object.GetKind() == kind {
			found = append(found, object)
		}
	}
	return found
}

// complete is a visible list of who adds what in a cluster.
func (w *world) complete(proxies []proxySpec) error {
	w.runDeployments()
	w.programGateways()
	for i := range proxies {
		if err := w.runProxy(&proxies[i]); err != nil {
			return err
		}
	}
	w.createNodes()
	w.createNamespaces()
	w.createServices()
	w.injectPods()
	w.redirectPods()
	w.sliceEndpoints()
	w.encodeSecrets()
	return nil
}

// address is a free one of 10.x.0.0/16: Pods have 1, Services 2.
func (w *world) address(network int) string {
	w.used++
	return fmt.Sprintf("10.%d.%d.%d", network, w.used/250, w.used%250+1)
}

func newObject(apiVersion, kind, namespace, name string) *unstructured.Unstructured {
	object := &unstructured.Unstructured{Object: map[string]any{"apiVersion": apiVersion, "kind": kind}}
	object.SetNamespace(namespace)
	object.SetName(name)
	return object
}
