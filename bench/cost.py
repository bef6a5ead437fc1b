"""What the index costs: saving one page, and reading everything again."""

import resource
import time
from statistics import median

from blog.models import BlogPostPage
from search.indexing import refresh
from search.models import SearchDocument
from search.rebuilding import rebuild

SAVES = 30
MOST_MS_A_SAVE, MOST_MS_A_DOCUMENT, MOST_RATIO = 30, 2, 1.5


def save() -> float:
    """Return the median milliseconds that the index adds to saving a post whose text has changed."""
    keys = list(BlogPostPage.objects.order_by("pk").values_list("pk", flat=True)[: SAVES * 7 : 7])
    times = []
    for number, key in enumerate(keys):
        post = BlogPostPage.objects.get(pk=key)
        post.lead = f"<p>Changed {number} {time.time_ns()} words</p>"
        BlogPostPage.objects.filter(pk=key).update(lead=post.lead)
        begun = time.perf_counter()
        refresh(SearchDocument.Source.PAGE, [key])
        times.append((time.perf_counter() - begun) * 1000)
    return median(times)


def whole() -> tuple[float, int]:
    """Build the index from nothing; return the milliseconds of CPU per document and the megabytes at the most."""
    begun = time.process_time()
    rows = rebuild(
        lambda done, total: print(f"\r  {done} of {total}", end="", flush=True), anew=True
    )
    print()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (time.process_time() - begun) * 1000 / max(1, rows), peak
