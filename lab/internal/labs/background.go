package labs

import (
	"context"
	"log"
	"sync"
)

// background runs the parts of a lab that last as long as the lab.
type background struct {
	ctx   context.Context
	group sync.WaitGroup
}

// start runs a part. A part that fails while the lab goes on is reported in the lab's log.
func (b *background) start(name string, part func(context.Context) error) {
	b.group.Go(func() {
		if err := part(b.ctx); err != nil && b.ctx.Err() == nil {
			log.Printf("%s failed: %v", name, err)
		}
	})
}

func (b *background) wait() { b.group.Wait() }
