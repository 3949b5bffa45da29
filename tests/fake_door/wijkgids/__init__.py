"""A stand-in for the program, so that the hook is tested on its own: the same door, almost no rooms behind it."""
