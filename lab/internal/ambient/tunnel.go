package ambient

import (
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"

	"golang.org/x/net/http2"
)

// tunnel is a connection inside an HBONE stream: HTTP/2 CONNECT over mutual TLS.
type tunnel struct {
	io.ReadCloser
	*io.PipeWriter
	connection net.Conn
}

// openTunnel asks the waypoint at the other end of connection to carry a stream to authority.
func openTunnel(ctx context.Context, connection net.Conn, config *tls.Config, authority string) (*tunnel, error) {
	secure := tls.Client(connection, config)
	if err := secure.HandshakeContext(ctx); err != nil {
		return nil, fmt.Errorf("waypoint: %w", err)
	}
	client, err := (&http2.Transport{}).NewClientConn(secure)
	if err != nil {
		return nil, fmt.Errorf("waypoint: %w", err)
	}
	reader, writer := io.Pipe()
	request := &http.Request{
		Method: http.MethodConnect,
		URL:    &url.URL{Scheme: "https", Host: authority},
		Host:   authority,
		Header: http.Header{},
		Body:   reader,
	}
	response, err := client.RoundTrip(request)
	if err != nil {
		return nil, fmt.Errorf("CONNECT %s: %w", authority, err)
	}
	if response.StatusCode != http.StatusOK {
		_ = response.Body.Close()
		return nil, fmt.Errorf("CONNECT %s: %s", authority, response.Status)
	}
	return &tunnel{ReadCloser: response.Body, PipeWriter: writer, connection: secure}, nil
}

// CloseWrite ends the sending side only.
func (t *tunnel) CloseWrite() error { return t.PipeWriter.Close() }

// Close ends the tunnel and its connection.
func (t *tunnel) Close() error {
	_ = t.PipeWriter.Close()
	_ = t.ReadCloser.Close()
	return t.connection.Close()
}
