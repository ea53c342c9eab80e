"""An author's look at a scene being written: any moment, in any state, read again at each save."""
