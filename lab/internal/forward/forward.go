// Package forward carries TCP connections from a listener to an address that only the lab can reach.
package forward

import (
	"context"
	"errors"
	"io"
	"net"
	"sync"
)

// Serve accepts until ctx ends. dial is asked for every connection; a connection whose target
// cannot be reached is closed.
func Serve(ctx context.Context, listener net.Listener, dial func(context.Context) (net.Conn, error)) error {
	stop := context.AfterFunc(ctx, func() { _ = listener.Close() })
	defer stop()
	var connections sync.WaitGroup
	defer connections.Wait()
	for {
		client, err := listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return err
		}
		connections.Go(func() { carry(ctx, client, dial) })
	}
}

func carry(ctx context.Context, client net.Conn, dial func(context.Context) (net.Conn, error)) {
	defer client.Close()
	server, err := dial(ctx)
	if err != nil {
		return
	}
	defer server.Close()
	stop := context.AfterFunc(ctx, func() {
		_ = client.Close()
		_ = server.Close()
	})
	defer stop()
	var directions sync.WaitGroup
	directions.Go(func() { copyAll(server, client) })
	directions.Go(func() { copyAll(client, server) })
	directions.Wait()
}

// copyAll passes the end of one side on and leaves the other direction open.
func copyAll(to, from net.Conn) {
	_, _ = io.Copy(to, from)
	if half, ok := to.(interface{ CloseWrite() error }); ok {
		_ = half.CloseWrite()
	}
}
