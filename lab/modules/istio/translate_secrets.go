package main

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"

	tls "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"google.golang.org/protobuf/proto"
	"istio.io/istio/pilot/pkg/model"
	v3 "istio.io/istio/pilot/pkg/xds/v3"
	"istio.io/istio/pkg/util/sets"
)

// addSecrets names the secrets that listeners and clusters refer to, and adds those that istiod serves.
func (s *istiod) addSecrets(proxy *model.Proxy, found *proxyConfig) error {
	names := sets.String{}
	for _, line := range append(append([]json.RawMessage{}, found.Listeners...), found.Clusters...) {
		var value any
		if err := json.Unmarshal(line, &value); err != nil {
			return err
		}
		secretNames(value, names)
	}
	found.Secrets = sets.SortedList(names)
	served, err := s.serve(proxy, names)
	if err != nil {
		return err
	}
	found.Credentials, err = marshal(served)
	return err
}

// secretNames finds the names wherever they are: a reference is an object with name and sdsConfig.
func secretNames(value any, names sets.String) {
	switch value := value.(type) {
	case []any:
		for _, inner := range value {
			secretNames(inner, names)
		}
	case map[string]any:
		if name, ok := value["name"].(string); ok && value["sdsConfig"] != nil {
			names.Insert(name)
		}
		for _, inner := range value {
			secretNames(inner, names)
		}
	}
}

// serve asks for the secrets that come from the cluster; the agent has the mesh's own.
func (s *istiod) serve(proxy *model.Proxy, names sets.String) ([]proto.Message, error) {
	wanted := sets.String{}
	for name := range names {
		if strings.Contains(name, "://") {
			wanted.Insert(name)
		}
	}
	resources, _, err := s.secrets.Generate(proxy,
		&model.WatchedResource{TypeUrl: v3.SecretType, ResourceNames: wanted},
		&model.PushRequest{Forced: true, Push: s.PushContext()})
	if err != nil {
		return nil, err
	}
	sort.Slice(resources, func(i, j int) bool { return resources[i].GetName() < resources[j].GetName() })
	var served []proto.Message
	for _, resource := range resources {
		secret := &tls.Secret{}
		if err := resource.GetResource().UnmarshalTo(secret); err != nil {
			return nil, fmt.Errorf("%s: %w", resource.GetName(), err)
		}
		if certificate := secret.GetTlsCertificate(); certificate != nil {
			certificate.PrivateKey = nil
		}
		served = append(served, secret)
	}
	return served, nil
}
