package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
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

// pass hands everything after the subcommand on to a tool, options included.
func (o *options) pass(tool, short string) *cobra.Command {
	return passing(&cobra.Command{
		Use:   tool + " [--name NAME] …",
		Short: short + "; every argument is passed on",
		Long: fmt.Sprintf("%s; every argument is passed on.\n\n  lab/lab %s --help    this text\n  lab/lab %s help      that of %s itself, in a lab that runs",
			short, tool, tool, tool),
	}, func(arguments []string) error {
		return o.run("", append([]string{tool}, o.takeName(arguments)...))
	})
}

// passing makes a command that parses no options but --help in front of all others, which would be
// asked for in vain where no lab runs.
func passing(command *cobra.Command, run func(arguments []string) error) *cobra.Command {
	command.DisableFlagParsing = true
	command.RunE = func(command *cobra.Command, arguments []string) error {
		if len(arguments) > 0 && (arguments[0] == "--help" || arguments[0] == "-h") {
			return command.Help()
		}
		return run(arguments)
	}
	return command
}

// takeName finds --name in front of the passed arguments; behind them it belongs to the tool.
func (o *options) takeName(arguments []string) []string {
	if len(arguments) > 0 {
		if value, ok := strings.CutPrefix(arguments[0], "--name="); ok {
			o.name = value
			return arguments[1:]
		}
	}
	if len(arguments) > 1 && arguments[0] == "--name" {
		o.name = arguments[1]
		return arguments[2:]
	}
	return arguments
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

// takePath makes the environment's PATH this process's own, by which it finds the command.
func takePath(env []string) error {
	for _, entry := range env {
		if value, ok := strings.CutPrefix(entry, "PATH="); ok {
			return os.Setenv("PATH", value)
		}
	}
	return nil
}

func (o *options) run(pod string, command []string) error {
	layout, err := o.layout()
	if err != nil {
		return err
	}
	env := layout.Environment()
	if err := takePath(env); err != nil {
		return err
	}
	return layout.Exec(pod, command, env)
}

func (o *options) curl() *cobra.Command {
	return passing(&cobra.Command{
		Use:   "curl [--name NAME] [--from NAMESPACE/POD] …",
		Short: "curl from the lab's node, or from inside a Pod's network; every other argument is passed on",
		Long: `curl from the lab's node, or from inside a Pod's network; every other argument is passed on.

  lab/lab curl --resolve bookinfo.example.com:80:10.98.0.1 http://bookinfo.example.com/productpage
  lab/lab curl --from bookinfo/sleep http://productpage:9080/productpage`,
	}, func(arguments []string) error {
		arguments = o.takeName(arguments)
		from := ""
		if len(arguments) > 1 && arguments[0] == "--from" {
			from, arguments = arguments[1], arguments[2:]
		}
		return o.run(from, append([]string{"curl"}, arguments...))
	})
}

func (o *options) exec() *cobra.Command {
	command := &cobra.Command{
		Use:   "exec NAMESPACE/POD COMMAND…",
		Short: "Run a command of this machine in the network of a Pod (node for the lab's node)",
		Args:  cobra.MinimumNArgs(2),
		RunE: func(command *cobra.Command, arguments []string) error {
			pod := arguments[0]
			if pod == "node" {
				pod = ""
			}
			return o.run(pod, arguments[1:])
		},
	}
	// Options behind the command are the command's own.
	command.Flags().SetInterspersed(false)
	return command
}

func (o *options) shell() *cobra.Command {
	return &cobra.Command{
		Use:   "shell",
		Short: "Open a shell on the lab's node with kubectl, pulumi, istioctl and helm on PATH",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			shell := os.Getenv("SHELL")
			if shell == "" {
				shell = "/bin/sh"
			}
			return o.run("", []string{shell})
		},
	}
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
