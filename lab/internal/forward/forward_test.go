package forward

import (
	"context"
	"io"
	"net"
	"testing"
	"time"
)

func TestCarriesBothDirectionsAndHalfClose(t *testing.T) {
	backend := listen(t)
	go func() {
		connection, err := backend.Accept()
		if err != nil {
			return
		}
		defer connection.Close()
		request, _ := io.ReadAll(connection)
		_, _ = connection.Write([]byte("answer to " + string(request)))
	}()
	ctx, cancel := context.WithCancel(context.Background())
	front := listen(t)
	done := make(chan error, 1)
	go func() {
		done <- Serve(ctx, front, func(ctx context.Context) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "tcp", backend.Addr().String())
		})
	}()
	client, err := net.Dial("tcp", front.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.Write([]byte("question")); err != nil {
		t.Fatal(err)
	}
	_ = client.(*net.TCPConn).CloseWrite()
	answer, err := io.ReadAll(client)
	if err != nil || string(answer) != "answer to question" {
		t.Errorf("answer = %q, %v", answer, err)
	}
	cancel()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("Serve = %v", err)
		}
	case <-time.After(5 * time.Second):
		t.Error("Serve does not end with its context")
	}
}

func TestClosesAConnectionWhoseTargetIsAway(t *testing.T) {
	front := listen(t)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		_ = Serve(ctx, front, func(context.Context) (net.Conn, error) { return nil, io.ErrUnexpectedEOF })
	}()
	client, err := net.Dial("tcp", front.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	if content, err := io.ReadAll(client); err != nil || len(content) != 0 {
		t.Errorf("read %q, %v; want an immediate end", content, err)
	}
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	return listener
}
