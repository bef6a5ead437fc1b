"""Work that no visitor waits for."""

from collections.abc import Callable

from django.http import HttpResponse


def after(response: HttpResponse, work: Callable[[], object]) -> None:
    """Do some work once the answer has gone out."""
    close = response.close

    def close_and_work():
        close()
        work()

    response.close = close_and_work
