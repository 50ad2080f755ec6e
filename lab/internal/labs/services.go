package labs

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"time"

	"istio-mesh/lab/internal/charts"
	"istio-mesh/lab/internal/dns"
	"istio-mesh/lab/internal/entrance"
	"istio-mesh/lab/internal/network"
)

const chartHost = "charts.lab"

// ChartRepository is where the lab serves Istio's charts to whoever is inside it.
const ChartRepository = "http://" + chartHost

const gatewayAPIPath = "/gateway-api/standard-install.yaml"

// services starts everything that needs a working API server.
func (s *supervisor) services(ctx context.Context, listener net.Listener) (*background, error) {
	if err := s.writeNames(); err != nil {
		return nil, err
	}
	kubelet, err := s.kubelet()
	if err != nil {
		return nil, err
	}
	names, err := dns.NewServices(ctx, s.client, map[string]netip.Addr{chartHost: network.NodeIP})
	if err != nil {
		return nil, err
	}
	repository, err := charts.Handler(s.layout.Charts(), map[string]string{
		gatewayAPIPath: filepath.Join(s.layout.Bin(), "gateway-api.yaml"),
	})
	if err != nil {
		return nil, err
	}
	parts := &background{}
	parts.start(ctx, "dns", func(ctx context.Context) error { return dns.Serve(ctx, network.NodeIP.String()+":53", names) })
	parts.start(ctx, "chart repository", func(ctx context.Context) error { return serveHTTP(ctx, network.NodeIP.String()+":80", repository) })
	parts.start(ctx, "kubelet", kubelet.Run)
	parts.start(ctx, "load balancer", s.loadBalancer)
	parts.start(ctx, "status", s.serveStatus)
	parts.start(ctx, "entrance", func(ctx context.Context) error { return s.proxy(listener).Serve(ctx, listener) })
	return parts, nil
}

// firstGateway is at the first load balancer address, which in a lab is the ingress gateway's.
var firstGateway = net.JoinHostPort(network.LoadBalancers.Addr().Next().String(), "80")

func door(lab, address string) entrance.Door {
	return entrance.Door{Lab: lab, Entrance: address, Gateway: firstGateway}
}

func (s *supervisor) proxy(listener net.Listener) entrance.Proxy {
	return entrance.Proxy{
		Door: door(s.layout.Name, listener.Addr().String()),
		Dial: func(ctx context.Context) (net.Conn, error) {
			return (&net.Dialer{Timeout: 5 * time.Second}).DialContext(ctx, "tcp", firstGateway)
		},
		Routes: func(ctx context.Context) ([]entrance.Route, error) {
			world, err := s.look(ctx)
			return world.Routes(), err
		},
	}
}

func (s *supervisor) look(ctx context.Context) (entrance.World, error) {
	return entrance.Look(ctx, s.client, s.dynamic)
}

func serveHTTP(ctx context.Context, listen string, handler http.Handler) error {
	server := &http.Server{Addr: listen, Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// writeNames writes what commands on the lab's node see as their hosts and resolv.conf.
func (s *supervisor) writeNames() error {
	if err := os.WriteFile(filepath.Join(s.layout.etc(), "hosts"), []byte(network.HostsFile()), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.layout.etc(), "resolv.conf"), []byte(network.ResolvConf("")), 0o644)
}
