package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"istio-mesh/lab/internal/entrance"
	"istio-mesh/lab/internal/labs"
)

type options struct {
	name string
}

func root() *cobra.Command {
	o := &options{}
	command := &cobra.Command{
		Use:           "lab",
		Short:         "A real Kubernetes API, istiod and Envoy on this machine, without containers",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	command.PersistentFlags().StringVar(&o.name, "name", defaultName(), "which lab; several can run side by side")
	command.AddCommand(
		o.up(), o.down(), o.status(), o.logs(), o.bin(), prepare(), vet(), cacheCommand(), version(),
		o.pass("kubectl", "kubectl against the lab"),
		o.pass("pulumi", "pulumi against the lab, with the lab's own state"),
		o.curl(), o.split(), o.exec(), o.shell(), toolsCommand(),
	)
	return command
}

func defaultName() string {
	if name := os.Getenv("ISTIO_MESH_LAB"); name != "" {
		return name
	}
	return entrance.DefaultLab
}

func (o *options) layout() (labs.Layout, error) {
	cache, err := cacheDir()
	if err != nil {
		return labs.Layout{}, err
	}
	return labs.NewLayout(cache, o.name)
}

// interruptible is a context that ends when the user presses Ctrl-C.
func interruptible() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
}

func (o *options) up() *cobra.Command {
	reuse := false
	command := &cobra.Command{
		Use:   "up",
		Short: "Bring the lab up; builds and fetches its tools first where they are missing",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			layout, err := o.layout()
			if err != nil {
				return err
			}
			tools, err := toolchainOf(os.Stderr)
			if err != nil {
				return err
			}
			ctx, stop := interruptible()
			defer stop()
			self, err := os.Executable()
			if err != nil {
				return err
			}
			return labs.Up(ctx, self, layout, tools, reuse, os.Stderr)
		},
	}
	command.Flags().BoolVar(&reuse, "reuse", false, "take the lab as it is when it runs already")
	return command
}

func (o *options) down() *cobra.Command {
	return &cobra.Command{
		Use:   "down",
		Short: "End the lab and remove its files, its Pulumi state included; built tools stay",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			layout, err := o.layout()
			if err != nil {
				return err
			}
			return labs.Down(layout, os.Stderr)
		},
	}
}

func (o *options) status() *cobra.Command {
	asJSON := false
	command := &cobra.Command{
		Use:   "status",
		Short: "Show processes, Pods and memory of the lab",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			layout, err := o.layout()
			if err != nil {
				return err
			}
			ctx, stop := interruptible()
			defer stop()
			status, err := layout.AskStatus(ctx)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(os.Stdout).Encode(status)
			}
			status.Print(o.name, os.Stdout)
			return nil
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return command
}

func (o *options) logs() *cobra.Command {
	lines := 0
	command := &cobra.Command{
		Use:   "logs [NAME]",
		Short: "Print a log: a process of the lab (etcd, kube-apiserver, lab, …) or NAMESPACE/POD[/CONTAINER]; without NAME list them",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, arguments []string) error {
			layout, err := o.layout()
			if err != nil {
				return err
			}
			if len(arguments) == 0 {
				return layout.ListLogs(os.Stdout)
			}
			return layout.PrintLogs(arguments[0], lines, os.Stdout)
		},
	}
	command.Flags().IntVar(&lines, "tail", 0, "print the last N lines only")
	return command
}

func (o *options) bin() *cobra.Command {
	return &cobra.Command{
		Use:   "bin TOOL",
		Short: "Print the path of a tool of the lab (istioctl, pulumi, envoy, helm, …); builds it if needed",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, arguments []string) error {
			tools, err := ensured(arguments[0])
			if err != nil {
				return err
			}
			path, err := tools.Path(arguments[0])
			if err != nil {
				return err
			}
			fmt.Println(path)
			return nil
		},
	}
}

// renderTools are what `lab tools` puts on PATH: enough to render, nothing that has to wait for the
// cluster's own programs.
var renderTools = []string{"node-packages", "charts", "gateway-api", "istio-addons", "pulumi", "pulumi-language-nodejs", "pulumi-resource-kubernetes", "helm"}

func toolsCommand() *cobra.Command {
	state := ""
	command := &cobra.Command{
		Use:   "tools [--state DIR] COMMAND…",
		Short: "Run a command with pulumi, its provider, helm, istioctl and the charts at hand, without any cluster",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, arguments []string) error {
			tools, err := ensured(renderTools...)
			if err != nil {
				return err
			}
			dir, err := filepath.Abs(state)
			if err != nil {
				return err
			}
			env, err := labs.ToolsEnvironment(tools, dir)
			if err != nil {
				return err
			}
			if err := takePath(env); err != nil {
				return err
			}
			program, err := exec.LookPath(arguments[0])
			if err != nil {
				return err
			}
			return fmt.Errorf("run %s: %w", program, syscall.Exec(program, arguments, env))
		},
	}
	command.Flags().StringVar(&state, "state", "build/tools", "folder of the command's Pulumi state")
	command.Flags().SetInterspersed(false)
	return command
}

func vet() *cobra.Command {
	return &cobra.Command{
		Use:   "vet",
		Short: "Have go vet look at the modules that the lab's tools are built from",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			tools, err := toolchainOf(os.Stderr)
			if err != nil {
				return err
			}
			ctx, stop := interruptible()
			defer stop()
			return tools.Vet(ctx)
		},
	}
}

func prepare() *cobra.Command {
	return &cobra.Command{
		Use:   "prepare [TOOL…]",
		Short: "Build and fetch the named tools and packages, or all, without bringing a lab up",
		RunE: func(_ *cobra.Command, names []string) error {
			_, err := ensured(names...)
			return err
		},
	}
}

func version() *cobra.Command {
	return &cobra.Command{Use: "version", Hidden: true, Run: func(*cobra.Command, []string) {}}
}
