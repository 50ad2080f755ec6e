package network

import (
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"

	"github.com/vishvananda/netlink"
	"github.com/vishvananda/netns"
	"golang.org/x/sys/unix"
)

const podLink = "eth0"

// Pod is the network of one Pod.
type Pod struct {
	// IP is the Pod's address.
	IP netip.Addr
	// Path is where the network namespace is mounted.
	Path string
}

// AddPod creates a network namespace at path and connects it to the node.
func AddPod(path string, ip netip.Addr, sysctls map[string]string) (*Pod, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	pod := &Pod{IP: ip, Path: path}
	if err := pod.create(sysctls); err != nil {
		_ = pod.Remove()
		return nil, fmt.Errorf("network of Pod %s: %w", ip, err)
	}
	return pod, nil
}

func (p *Pod) create(sysctls map[string]string) error {
	if err := mountNewNamespace(p.Path); err != nil {
		return err
	}
	namespace, err := netns.GetFromPath(p.Path)
	if err != nil {
		return err
	}
	defer namespace.Close()
	veth := &netlink.Veth{
		LinkAttrs:     netlink.LinkAttrs{Name: p.veth()},
		PeerName:      podLink,
		PeerNamespace: netlink.NsFd(namespace),
	}
	if err := netlink.LinkAdd(veth); err != nil {
		return fmt.Errorf("veth: %w", err)
	}
	if err := netlink.LinkSetUp(veth); err != nil {
		return err
	}
	if err := p.Do(func() error { return p.configure(sysctls) }); err != nil {
		return err
	}
	route := &netlink.Route{LinkIndex: veth.Attrs().Index, Dst: single(p.IP), Scope: netlink.SCOPE_LINK, Src: NodeIP.AsSlice()}
	return netlink.RouteReplace(route)
}

// configure runs inside the Pod's namespace. The Pod's address has no subnet: everything, other Pods
// too, goes by the node.
func (p *Pod) configure(sysctls map[string]string) error {
	if err := loopbackUp(); err != nil {
		return err
	}
	link, err := netlink.LinkByName(podLink)
	if err != nil {
		return err
	}
	if err := netlink.AddrAdd(link, &netlink.Addr{IPNet: single(p.IP)}); err != nil {
		return err
	}
	if err := netlink.LinkSetUp(link); err != nil {
		return err
	}
	index := link.Attrs().Index
	if err := netlink.RouteAdd(&netlink.Route{LinkIndex: index, Dst: single(NodeIP), Scope: netlink.SCOPE_LINK}); err != nil {
		return err
	}
	if err := netlink.RouteAdd(&netlink.Route{LinkIndex: index, Dst: everything(), Gw: NodeIP.AsSlice()}); err != nil {
		return err
	}
	for name, value := range sysctls {
		if err := Sysctl(name, value); err != nil {
			return err
		}
	}
	return nil
}

// Do runs work on a thread inside the Pod's namespace; processes that it starts live there too.
func (p *Pod) Do(work func() error) error {
	done := make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		home, err := netns.Get()
		if err != nil {
			done <- err
			return
		}
		defer home.Close()
		there, err := netns.GetFromPath(p.Path)
		if err != nil {
			done <- err
			return
		}
		defer there.Close()
		if err := netns.Set(there); err != nil {
			done <- err
			return
		}
		result := work()
		// A thread that cannot go back stays locked and ends with this goroutine.
		if netns.Set(home) == nil {
			runtime.UnlockOSThread()
		}
		done <- result
	}()
	return <-done
}

// Remove deletes the namespace and with it the connection. It is safe on a half-made Pod.
func (p *Pod) Remove() error {
	if link, err := netlink.LinkByName(p.veth()); err == nil {
		_ = netlink.LinkDel(link)
	}
	_ = unix.Unmount(p.Path, unix.MNT_DETACH)
	return os.Remove(p.Path)
}

func (p *Pod) veth() string {
	octets := p.IP.As4()
	return fmt.Sprintf("pod-%d-%d", octets[2], octets[3])
}

// mountNewNamespace leaves a fresh network namespace mounted at path.
func mountNewNamespace(path string) error {
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() {
		// Never unlocked: the thread belongs to the new namespace and ends with this goroutine.
		runtime.LockOSThread()
		if err := unix.Unshare(unix.CLONE_NEWNET); err != nil {
			done <- err
			return
		}
		self := fmt.Sprintf("/proc/self/task/%d/ns/net", unix.Gettid())
		done <- unix.Mount(self, path, "", unix.MS_BIND, "")
	}()
	return <-done
}
