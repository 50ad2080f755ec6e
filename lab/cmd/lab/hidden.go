package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/signal"
	"strconv"
	"syscall"

	"istio-mesh/lab/internal/apps"
	"istio-mesh/lab/internal/labs"
)

// The two files that `lab up` hands to the lab it starts.
const (
	eventsFD = 3 + iota
	entranceFD
	afterLastFD
)

func initLab(arguments []string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	return labs.Init(self, arguments[0], afterLastFD-eventsFD)
}

func supervise(arguments []string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cache, err := cacheDir()
	if err != nil {
		return err
	}
	layout, err := labs.NewLayout(cache, arguments[0])
	if err != nil {
		return err
	}
	entrance, err := net.FileListener(os.NewFile(entranceFD, "entrance"))
	if err != nil {
		return fmt.Errorf("entrance: %w", err)
	}
	return labs.Supervise(self, layout, os.NewFile(eventsFD, "events"), entrance)
}

// serveApp serves a stand-in application: NAME [--port N].
func serveApp(arguments []string) error {
	port := 0
	if len(arguments) == 3 && arguments[1] == "--port" {
		number, err := strconv.Atoi(arguments[2])
		if err != nil {
			return fmt.Errorf("--port: %q is not a number", arguments[2])
		}
		port = number
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	return apps.Serve(ctx, arguments[0], port, os.Getenv)
}
