package main

import (
	"encoding/json"
	"sort"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	endpoint "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/pkg/xds/endpoints"
)

// proxyConfig is what istiod gives one proxy, as protojson. Lists are sorted: some come in an order
// that is another one each time, and Envoy takes them in any.
type proxyConfig struct {
	Listeners []json.RawMessage `json:"listeners"`
	Routes    []json.RawMessage `json:"routes"`
	Clusters  []json.RawMessage `json:"clusters"`
	Endpoints []json.RawMessage `json:"endpoints"`
	// Secrets are the names of the SDS secrets that the others refer to.
	Secrets []string `json:"secrets"`
	// Credentials are those of the cluster's secrets that istiod serves, without private keys.
	Credentials []json.RawMessage `json:"credentials"`
}

// given is the same as messages.
type given struct {
	proxy                                  *model.Proxy
	listeners, routes, clusters, endpoints []proto.Message
}

// give asks in the order in which a proxy asks.
func (s *istiod) give(spec proxySpec) *given {
	proxy := spec.node(s.in)
	// Labels and place are those that the registry knows of the Pod and its node.
	proxy.SetWorkloadLabels(s.Env())
	proxy.Locality = locality(proxy.Labels)
	s.SetupProxy(proxy)
	clusters := s.Clusters(proxy)
	listeners := s.Listeners(proxy)
	return &given{
		proxy:     proxy,
		clusters:  messages(clusters),
		endpoints: messages(s.endpoints(proxy, clusters)),
		listeners: messages(listeners),
		routes:    messages(s.RoutesFromListeners(proxy, listeners)),
	}
}

// endpoints are those of the clusters that ask for them.
func (s *istiod) endpoints(proxy *model.Proxy, clusters []*cluster.Cluster) []*endpoint.ClusterLoadAssignment {
	var all []*endpoint.ClusterLoadAssignment
	for _, one := range clusters {
		if one.GetType() != cluster.Cluster_EDS {
			continue
		}
		name := one.GetEdsClusterConfig().GetServiceName()
		if name == "" {
			name = one.GetName()
		}
		builder := endpoints.NewEndpointBuilder(name, proxy, s.PushContext())
		all = append(all, builder.BuildClusterLoadAssignment(s.Env().EndpointIndex))
	}
	return all
}

func messages[T proto.Message](all []T) []proto.Message {
	found := make([]proto.Message, 0, len(all))
	for _, one := range all {
		found = append(found, one)
	}
	return found
}

// config is what was given, with the secrets that it refers to.
func (s *istiod) config(from *given) (*proxyConfig, error) {
	found := &proxyConfig{}
	for _, part := range []struct {
		into *[]json.RawMessage
		from []proto.Message
	}{
		{&found.Listeners, from.listeners},
		{&found.Routes, from.routes},
		{&found.Clusters, from.clusters},
		{&found.Endpoints, from.endpoints},
	} {
		lines, err := marshal(part.from)
		if err != nil {
			return nil, err
		}
		*part.into = lines
	}
	return found, s.addSecrets(from.proxy, found)
}

// marshal writes messages in one form only: protojson's spaces are random.
func marshal(all []proto.Message) ([]json.RawMessage, error) {
	lines := make([]json.RawMessage, 0, len(all))
	for _, one := range all {
		line, err := protojson.Marshal(one)
		if err != nil {
			return nil, err
		}
		var value any
		if err := json.Unmarshal(line, &value); err != nil {
			return nil, err
		}
		if line, err = json.Marshal(value); err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	sort.Slice(lines, func(i, j int) bool { return string(lines[i]) < string(lines[j]) })
	return lines, nil
}
