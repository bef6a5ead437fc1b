"""Reading all blocks of a stream, whatever they stand in."""

from collections.abc import Iterator


def every_block(stream) -> Iterator:
    """Yield the blocks in reading order; what stands inside a block follows it."""
    for block in stream:
        yield block
        # A block that holds streams says so by a method of this name.
        if streams := getattr(block.block, "streams", None):
            for inner in streams(block.value):
                yield from every_block(inner)
