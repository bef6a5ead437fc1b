"""How gunicorn runs, locally and in the image."""

import gc
import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
# One thread a process: Wagtail's deferred validation changes block definitions that threads would share.
worker_class = "sync"
workers = int(os.environ.get("WEB_CONCURRENCY", "3"))
timeout = 60
graceful_timeout = 20
max_requests = 5000
max_requests_jitter = 500
# The default heartbeat lives on disk; a read-only or slow one stalls workers.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
preload_app = True
accesslog = "-" if os.environ.get("ACCESS_LOG") else None
control_socket_disable = True


def when_ready(server):
    """Freeze what is loaded by now: unfrozen, each worker would copy it at its end, which takes seconds."""
    gc.collect()
    gc.freeze()
