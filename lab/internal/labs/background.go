package labs

import (
	"context"
	"log"
	"sync"
)

// background runs the parts of a lab that last as long as the lab.
type background struct {
	group sync.WaitGroup
}

// start runs a part. A part that fails while the lab goes on is reported in the lab's log.
func (b *background) start(ctx context.Context, name string, part func(context.Context) error) {
	b.group.Go(func() {
		if err := part(ctx); err != nil && ctx.Err() == nil {
			log.Printf("%s failed: %v", name, err)
		}
	})
}

func (b *background) wait() { b.group.Wait() }
