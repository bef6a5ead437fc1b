"""A bar that shows in a terminal how far a long command has come."""

WIDTH = 40


def show_progress(out, done: int, total: int) -> None:
    filled = WIDTH * done // max(1, total)
    bar = "█" * filled + "·" * (WIDTH - filled)
    out.write(f"\r{bar} {done} of {total}", ending="")
    out.flush()
