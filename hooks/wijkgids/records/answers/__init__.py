"""What pydantic says of a record, in plain Dutch: the place in the file, the nearest word, the block that was meant."""
