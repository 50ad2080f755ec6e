package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"istio-mesh/lab/internal/labs"
)

func cacheCommand() *cobra.Command {
	remove := false
	command := &cobra.Command{
		Use:   "cache [--remove]",
		Short: "Show how much room the built tools and the labs' files take, or remove them all",
		Long: `Show how much room the built tools and the labs' files take, or remove them all; the next lab/lab up
makes them anew. What Go keeps of modules and builds is its own: go clean -modcache -cache.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			cache, err := cacheDir()
			if err != nil {
				return err
			}
			if remove {
				return labs.RemoveCache(cache, os.Stdout)
			}
			parts, err := labs.CacheParts(cache)
			if err != nil {
				return err
			}
			labs.PrintCache(cache, parts, os.Stdout)
			fmt.Println("\nlab/lab cache --remove removes it all.")
			return nil
		},
	}
	command.Flags().BoolVar(&remove, "remove", false, "remove the whole folder; refused while a lab runs from it")
	return command
}
