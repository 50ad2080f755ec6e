package container

import (
	"errors"
	"os"
)

// OpenLog opens the file of a container's output. Everybody may write to it: /dev/stdout opens it once
// more as the container's user, who is rarely the one that made it.
func OpenLog(file string) (*os.File, error) {
	output, err := os.OpenFile(file, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, err
	}
	if err := output.Chmod(0o666); err != nil {
		return nil, errors.Join(err, output.Close())
	}
	return output, nil
}
