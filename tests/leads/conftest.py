import socket

import pytest

from tests.leads.forms import make_form
from tests.leads.receivers import Receiver, mail_server


@pytest.fixture
def form(home):
    return make_form(home, notified="team@example.org, second@example.org", confirms=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def mailbox(settings):
    """A real SMTP server, to which the site’s mail goes."""
    port = free_port()
    box, controller = mail_server(port)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.DEFAULT_FROM_EMAIL = "Telaio <site@example.org>"
    yield box
    controller.stop()


@pytest.fixture
def receiver(settings):
    """A real HTTP server, to which the site’s webhooks go."""
    server = Receiver()
    settings.WEBHOOK_URL, settings.WEBHOOK_SECRET = server.url, "whsec_c2VjcmV0IG9mIHRoZSB0ZXN0"
    yield server
    server.shutdown()
    server.server_close()
