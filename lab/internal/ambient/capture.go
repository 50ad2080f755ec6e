package ambient

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/netip"
	"os/exec"
	"strconv"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"
)

const (
	// outboundPort is where a captured Pod's connections arrive, as with ztunnel.
	outboundPort = 15001
	// mark tells ztunnel's own connections from the Pod's.
	mark = 0x539
)

// Pod is the place a capture works in.
type Pod interface {
	// Do runs work inside the Pod's network namespace; sockets made there belong to it.
	Do(work func() error) error
}

// Capture takes one Pod's outbound connections.
type Capture struct {
	name     string
	pod      Pod
	iptables string
	cluster  Cluster
	identity *identity
	listener net.Listener
}

// NewCapture redirects the Pod's outbound TCP to itself. name is for messages, iptables the tool.
func NewCapture(name string, pod Pod, iptables string, cluster Cluster, workload Workload) (*Capture, error) {
	capture := &Capture{name: name, pod: pod, iptables: iptables, cluster: cluster, identity: &identity{workload: workload}}
	err := pod.Do(func() error {
		var err error
		if capture.listener, err = net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", outboundPort)); err != nil {
			return err
		}
		for _, rule := range rules("-A") {
			if output, err := exec.Command(iptables, rule...).CombinedOutput(); err != nil {
				return fmt.Errorf("%s %v: %w: %s", iptables, rule, err, output)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("capture of Pod %s: %w", name, err)
	}
	return capture, nil
}

// rules leave loopback and ztunnel's own connections alone and redirect the rest.
func rules(action string) [][]string {
	chain := []string{"-w", "-t", "nat", action, "OUTPUT", "-p", "tcp"}
	return [][]string{
		append(append([]string{}, chain...), "-m", "mark", "--mark", strconv.Itoa(mark), "-j", "RETURN"),
		append(append([]string{}, chain...), "-o", "lo", "-j", "RETURN"),
		append(append([]string{}, chain...), "-j", "REDIRECT", "--to-ports", strconv.Itoa(outboundPort)),
	}
}

// Stop takes the redirection away; connections under way end with the Pod.
func (c *Capture) Stop() {
	_ = c.pod.Do(func() error {
		for _, rule := range rules("-D") {
			_ = exec.Command(c.iptables, rule...).Run()
		}
		return nil
	})
	_ = c.listener.Close()
}

// Serve carries connections until Stop.
func (c *Capture) Serve(ctx context.Context) {
	for {
		client, err := c.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			log.Printf("capture of Pod %s: %v", c.name, err)
			return
		}
		go func() {
			defer client.Close()
			if err := c.carry(ctx, client.(*net.TCPConn)); err != nil {
				log.Printf("connection of Pod %s: %v", c.name, err)
			}
		}()
	}
}

type stream interface {
	io.ReadWriteCloser
	CloseWrite() error
}

func (c *Capture) carry(ctx context.Context, client *net.TCPConn) error {
	destination, err := originalDestination(client)
	if err != nil {
		return err
	}
	server, err := c.open(ctx, destination)
	if err != nil {
		return fmt.Errorf("to %s: %w", destination, err)
	}
	defer server.Close()
	var directions sync.WaitGroup
	directions.Go(func() { copyAll(server, client) })
	directions.Go(func() { copyAll(client, server) })
	directions.Wait()
	return nil
}

func copyAll(to, from stream) {
	_, _ = io.Copy(to, from)
	_ = to.CloseWrite()
}

func (c *Capture) open(ctx context.Context, destination netip.AddrPort) (stream, error) {
	waypoint, tunnelled := waypointFor(c.cluster, destination)
	if !tunnelled {
		return c.dial(ctx, destination)
	}
	config, err := c.identity.clientConfig(ctx)
	if err != nil {
		return nil, err
	}
	connection, err := c.dial(ctx, waypoint)
	if err != nil {
		return nil, err
	}
	opened, err := openTunnel(ctx, connection, config, destination.String())
	if err != nil {
		_ = connection.Close()
		return nil, err
	}
	return opened, nil
}

// dial connects from inside the Pod's network, with the mark that keeps it from being captured again.
func (c *Capture) dial(ctx context.Context, address netip.AddrPort) (*net.TCPConn, error) {
	dialer := &net.Dialer{Timeout: requestTimeout, Control: func(_, _ string, raw syscall.RawConn) error {
		var failed error
		err := raw.Control(func(fd uintptr) { failed = unix.SetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_MARK, mark) })
		return errors.Join(err, failed)
	}}
	var connection net.Conn
	err := c.pod.Do(func() error {
		var err error
		connection, err = dialer.DialContext(ctx, "tcp4", address.String())
		return err
	})
	if err != nil {
		return nil, err
	}
	return connection.(*net.TCPConn), nil
}

// originalDestination is where the Pod wanted to connect to.
func originalDestination(connection *net.TCPConn) (netip.AddrPort, error) {
	raw, err := connection.SyscallConn()
	if err != nil {
		return netip.AddrPort{}, err
	}
	var destination netip.AddrPort
	var failed error
	err = raw.Control(func(fd uintptr) {
		// The kernel answers with a sockaddr_in, for which the package has no call of its own; this
		// one's 16 bytes are long enough to hold it.
		var address *unix.IPv6Mreq
		if address, failed = unix.GetsockoptIPv6Mreq(int(fd), unix.SOL_IP, unix.SO_ORIGINAL_DST); failed == nil {
			b := address.Multiaddr
			destination = netip.AddrPortFrom(netip.AddrFrom4([4]byte(b[4:8])), uint16(b[2])<<8|uint16(b[3]))
		}
	})
	return destination, errors.Join(err, failed)
}
