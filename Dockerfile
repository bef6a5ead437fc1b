# The test passes another image of the same shape where no registry can be reached: scripts/image-test.
ARG PYTHON_IMAGE=python:3.12-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
WORKDIR /app

# The environment gets no pip of its own; the image's installs into it and stays behind.
COPY requirements/runtime.txt requirements/
RUN --mount=type=cache,target=/var/cache/pip \
    python -m venv --without-pip /opt/venv \
    && pip --python /opt/venv/bin/python install \
        --cache-dir /var/cache/pip --disable-pip-version-check --no-compile --require-hashes -r requirements/runtime.txt \
    && python -m compileall -q -j 0 --invalidation-mode unchecked-hash /opt/venv/lib

ENV PATH=/opt/venv/bin:$PATH \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    STATIC_ROOT=/app/collected

COPY . .
# The secret lives for this RUN only: collecting files needs settings that load, nothing that is signed.
RUN python -m config.catalogues \
    && SECRET_KEY=only-for-this-build-step ALLOWED_HOSTS=localhost \
        python manage.py collectstatic --noinput \
    && python -m compileall -q -j 0 --invalidation-mode unchecked-hash /app


FROM ${PYTHON_IMAGE}
WORKDIR /app

# A fixed number, so that volumes and cluster policies can name it. Nothing is installed after this.
RUN groupadd --gid 10001 site \
    && useradd --no-log-init --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin \
        --uid 10001 --gid site site \
    && rm -rf /usr/local/bin/pip* /usr/local/lib/python3*/site-packages/pip* /usr/local/lib/python3*/ensurepip

# The code belongs to root and cannot be changed by the process that runs it.
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app

# What the process may write, besides /tmp: uploads, and SQLite's file if that is chosen. A new named volume
# takes this owner. No VOLUME line: it would put uploads into nameless volumes that are lost unnoticed.
RUN install -d -o site -g site /app/var /app/var/media /app/var/private

ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    STATIC_ROOT=/app/collected \
    HOST=0.0.0.0 \
    PORT=8000

USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM

# Live, not ready: an unhealthy container gets replaced, and a new one would not bring a lost database back.
# Whether to send visitors here is the proxy's question: /health/ready. Django refuses a host it does not know,
# and http.client, unlike urllib, never goes through a proxy from the environment.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import http.client, os, sys; host = os.environ['ALLOWED_HOSTS'].split(',')[0].strip().lstrip('.').replace('*', 'localhost'); site = http.client.HTTPConnection('127.0.0.1', int(os.environ['PORT']), timeout=4); site.request('GET', '/health/live', headers={'Host': host}); sys.exit(site.getresponse().status != 200)"]

# Exec form: gunicorn is process 1 and gets the signal. Migrations run once, on their own: compose.yaml.
CMD ["gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]
