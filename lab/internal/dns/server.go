// Package dns answers for the cluster's own names and for nothing else: a lab has no way out.
package dns

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"strings"

	"github.com/miekg/dns"
)

const (
	// A short life keeps clients close to what is true: Services come and go within seconds.
	ttl = 5
)

// Names resolves a name without its closing dot. found is false for a name that does not exist; a
// name may exist without an address.
type Names interface {
	Lookup(name string) (addresses []netip.Addr, found bool)
}

// Serve answers on UDP and TCP until ctx ends.
func Serve(ctx context.Context, listen string, names Names) error {
	packets, err := net.ListenPacket("udp", listen)
	if err != nil {
		return fmt.Errorf("dns: %w", err)
	}
	streams, err := net.Listen("tcp", packets.LocalAddr().String())
	if err != nil {
		_ = packets.Close()
		return fmt.Errorf("dns: %w", err)
	}
	handler := handlerFor(names)
	servers := []*dns.Server{{PacketConn: packets, Handler: handler}, {Listener: streams, Handler: handler}}
	context.AfterFunc(ctx, func() {
		for _, server := range servers {
			_ = server.Shutdown()
		}
	})
	failed := make(chan error, len(servers))
	for _, server := range servers {
		go func() { failed <- server.ActivateAndServe() }()
	}
	for range servers {
		if err := <-failed; err != nil && ctx.Err() == nil {
			return fmt.Errorf("dns: %w", err)
		}
	}
	return nil
}

func handlerFor(names Names) dns.Handler {
	return dns.HandlerFunc(func(writer dns.ResponseWriter, request *dns.Msg) {
		_ = writer.WriteMsg(answer(request, names))
	})
}

func answer(request *dns.Msg, names Names) *dns.Msg {
	reply := new(dns.Msg)
	reply.SetReply(request)
	reply.Authoritative = true
	if len(request.Question) != 1 {
		reply.Rcode = dns.RcodeFormatError
		return reply
	}
	question := request.Question[0]
	addresses, found := names.Lookup(strings.ToLower(strings.TrimSuffix(question.Name, ".")))
	if !found {
		reply.Rcode = dns.RcodeNameError
		return reply
	}
	if question.Qtype != dns.TypeA {
		// The name exists; it has nothing of the other kinds.
		return reply
	}
	for _, address := range addresses {
		reply.Answer = append(reply.Answer, &dns.A{
			Hdr: dns.RR_Header{Name: question.Name, Rrtype: dns.TypeA, Class: dns.ClassINET, Ttl: ttl},
			A:   net.IP(address.AsSlice()),
		})
	}
	return reply
}
