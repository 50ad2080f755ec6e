package network

import (
	"fmt"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strings"

	"github.com/vishvananda/netlink"
)

const nodeLink = "node0"

// SetUpNode configures the network namespace that the calling process was started in.
func SetUpNode() error {
	if err := loopbackUp(); err != nil {
		return err
	}
	// An empty bridge serves as the node's own interface: many kernels lack the dummy driver.
	if err := netlink.LinkAdd(&netlink.Bridge{LinkAttrs: netlink.LinkAttrs{Name: nodeLink}}); err != nil {
		return fmt.Errorf("link %s: %w", nodeLink, err)
	}
	link, err := netlink.LinkByName(nodeLink)
	if err != nil {
		return err
	}
	if err := netlink.AddrAdd(link, &netlink.Addr{IPNet: single(NodeIP)}); err != nil {
		return fmt.Errorf("address of %s: %w", nodeLink, err)
	}
	if err := netlink.LinkSetUp(link); err != nil {
		return fmt.Errorf("%s up: %w", nodeLink, err)
	}
	// Without a route the kernel drops packets to Service addresses before kube-proxy's rules see them.
	if err := netlink.RouteAdd(&netlink.Route{LinkIndex: link.Attrs().Index, Dst: everything(), Src: NodeIP.AsSlice()}); err != nil {
		return fmt.Errorf("default route: %w", err)
	}
	return Sysctl("net.ipv4.ip_forward", "1")
}

// Sysctl sets a kernel parameter of the calling thread's network namespace, named with dots.
func Sysctl(name, value string) error {
	file := filepath.Join("/proc/sys", strings.ReplaceAll(name, ".", "/"))
	if err := os.WriteFile(file, []byte(value), 0o644); err != nil {
		return fmt.Errorf("sysctl %s=%s: %w", name, value, err)
	}
	return nil
}

func loopbackUp() error {
	link, err := netlink.LinkByName("lo")
	if err != nil {
		return err
	}
	if err := netlink.LinkSetUp(link); err != nil {
		return fmt.Errorf("lo up: %w", err)
	}
	return nil
}

func everything() *net.IPNet { return &net.IPNet{IP: net.IPv4zero, Mask: net.CIDRMask(0, 32)} }

func single(ip netip.Addr) *net.IPNet {
	return &net.IPNet{IP: ip.AsSlice(), Mask: net.CIDRMask(32, 32)}
}
