// Package network lays the lab's network: one "node" network namespace, and one more per Pod that
// runs real processes, joined by a veth pair with a route of its own (no bridge between Pods, so
// that every packet passes the node's Service rules in both directions).
package network

import (
	"fmt"
	"net/netip"
)

// Addresses of a lab. They exist inside the lab's own network namespaces only, so two labs can use
// the same ones side by side and nothing of the host is ever addressed.
var (
	NodeIP      = netip.MustParseAddr("10.244.255.1")
	PodCIDR     = netip.MustParsePrefix("10.244.0.0/16")
	ProcessPods = netip.MustParsePrefix("10.244.0.0/17")
	FakePods    = netip.MustParsePrefix("10.244.128.0/18")
	ServiceCIDR = netip.MustParsePrefix("10.96.0.0/16")
	// ServiceCIDR6 has the second addresses of dual-stack Services; nothing in the lab leads there.
	ServiceCIDR6  = netip.MustParsePrefix("fd00:97::/108")
	APIServiceIP  = netip.MustParseAddr("10.96.0.1")
	LoadBalancers = netip.MustParsePrefix("10.98.0.0/24")
)

// Pool hands out addresses of a prefix, lowest free first, so that a restarted Pod tends to keep
// its neighbourhood and logs stay readable.
type Pool struct {
	prefix netip.Prefix
	used   map[netip.Addr]bool
}

// NewPool returns an empty pool over prefix; the network address itself and .1 are never given out.
func NewPool(prefix netip.Prefix) *Pool {
	return &Pool{prefix: prefix, used: map[netip.Addr]bool{}}
}

// Take returns a free address.
func (p *Pool) Take() (netip.Addr, error) {
	for addr := p.prefix.Addr().Next().Next(); p.prefix.Contains(addr); addr = addr.Next() {
		if !p.used[addr] {
			p.used[addr] = true
			return addr, nil
		}
	}
	return netip.Addr{}, fmt.Errorf("no free address left in %s", p.prefix)
}

// Release gives an address back.
func (p *Pool) Release(addr netip.Addr) { delete(p.used, addr) }
