"""What a load balancer asks, and uploaded files where no object store serves them."""

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.static import serve

YEAR = 365 * 24 * 3600


@require_safe
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """The process can serve pages: 200 if every part answers, else 503 with the parts that do not."""
    checks = {
        "database": database_answers,
        "migrations": migrations_applied,
        "cache": cache_answers,
    }
    results = {name: passes(check) for name, check in checks.items()}
    healthy = all(results.values())
    return JsonResponse(
        {"status": "ok" if healthy else "unavailable", "checks": results},
        status=200 if healthy else 503,
    )


def passes(check) -> bool:
    try:
        return check()
    except Exception:  # noqa: BLE001 - whatever a part raises, it is the answer
        return False


def database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def migrations_applied() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def cache_answers() -> bool:
    cache.set("health", "ok", 10)
    return cache.get("health") == "ok"


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse:
    """Serve an upload; names of renditions change with their content, so browsers may keep them."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    # Whatever was uploaded, it must not run as a page of this site.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
