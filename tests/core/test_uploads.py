"""Uploads are judged by their content; a refusal says why, and what was there stays."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.models import SiteDocument, SiteImage
from tests.factories import picture_bytes


def upload(client, name: str, content: bytes, content_type: str):
    file = SimpleUploadedFile(name, content, content_type)
    return client.post(
        "/admin/images/add/",
        {"title": "A picture", "file": file, "collection": "1", "description": "", "credit": ""},
    )


def test_a_picture_is_accepted(admin):
    assert upload(admin, "a.png", picture_bytes(), "image/png").status_code == 302
    assert SiteImage.objects.get().title == "A picture"


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("page.png", b"<html><script>alert(1)</script></html>", "image/png"),
        ("empty.png", b"", "image/png"),
        ("cut.png", picture_bytes()[:40], "image/png"),
        ("really-a.jpg", picture_bytes(), "image/jpeg"),
        ("drawing.svg", b"<html><svg/></html>", "image/svg+xml"),
        ("archive.zip", b"PK\x03\x04", "application/zip"),
    ],
)
def test_what_is_not_the_picture_it_says_is_refused_with_a_message(
    admin, name, content, content_type
):
    response = upload(admin, name, content, content_type)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not SiteImage.objects.exists()


def test_a_document_of_an_unknown_kind_is_refused(admin):
    file = SimpleUploadedFile("page.html", b"<script>alert(1)</script>", "text/html")
    response = admin.post(
        "/admin/documents/add/", {"title": "Page", "file": file, "collection": "1"}
    )
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not SiteDocument.objects.exists()


def test_an_upload_cannot_act_as_a_page(client, admin):
    upload(admin, "a.png", picture_bytes(), "image/png")
    response = client.get(SiteImage.objects.get().file.url)
    assert response.status_code == 200
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["../secret-key", "..%2f..%2fmanage.py", "nothing.png"])
def test_nothing_outside_the_media_folder_is_served(client, db, path):
    assert client.get(f"/media/{path}").status_code in (400, 404)
