"""The brand is edited in the admin: every field is proved to change what visitors see."""

import re

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site
from wagtail.users.models import UserProfile

from core.colours import PAPER_DARK, PAPER_LIGHT, contrast, lightened_for_dark
from core.models import BrandSettings
from tests import factories


@pytest.fixture
def brand(home):
    return BrandSettings.for_site(Site.objects.get())


def test_black_on_white_has_the_highest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_name_is_in_header_and_title(client, brand):
    brand.name = "Telaio & figli"
    brand.save()
    text = client.get("/").content.decode()
    assert "Telaio &amp; figli" in text.split("</title>")[0]
    assert "Telaio &amp; figli" in text[text.index("<header") : text.index("</header>")]


def test_the_logo_takes_the_place_of_the_name(client, brand):
    brand.name, brand.logo = "Telaio", factories.make_image()
    brand.save()
    text = client.get("/").content.decode()
    header = text[text.index("<header") : text.index("</header>")]
    assert "<img" in header
    assert 'alt="Telaio"' in header


def test_the_icon_and_profiles_are_shown(client, brand):
    brand.favicon = factories.make_image()
    brand.social_links = [("profile", {"label": "Mastodon", "url": "https://example.org/@us"})]
    brand.save()
    text = client.get("/").content.decode()
    assert 'rel="icon" type="image/png"' in text
    assert "https://example.org/@us" in text[text.index("<footer") :]


def test_the_accent_reaches_the_page_without_inline_style(client, brand):
    brand.accent = "#8a1538"
    brand.save()
    text = client.get("/").content.decode()
    assert "style=" not in text
    assert brand.stylesheet_url in text
    stylesheet = client.get(brand.stylesheet_url)
    assert stylesheet["Content-Type"].startswith("text/css")
    assert "#8a1538" in stylesheet.content.decode()


def test_a_new_accent_has_a_new_address(brand):
    before = brand.stylesheet_url
    brand.accent = "#8a1538"
    assert brand.stylesheet_url != before


@pytest.mark.parametrize(
    ("field", "colour"),
    [("accent", "#ffd400"), ("accent_dark", "#2a3fb0"), ("accent", "blue"), ("accent", "#12345")],
)
def test_a_colour_that_cannot_be_read_is_refused_at_its_field(brand, field, colour):
    setattr(brand, field, colour)
    with pytest.raises(ValidationError) as error:
        brand.full_clean()
    assert set(error.value.message_dict) == {field}


@pytest.mark.parametrize("colour", ["#2a3fb0", "#000000", "#8a1538", "#005f2f"])
def test_a_dark_theme_colour_is_found_for_any_good_accent(colour):
    assert contrast(colour, PAPER_LIGHT) >= 4.5
    assert contrast(lightened_for_dark(colour), PAPER_DARK) >= 4.5


@pytest.mark.parametrize("address", ["/admin/login/", "/admin/", "/admin/images/"])
@pytest.mark.parametrize("language", ["en", "it"])
def test_the_admin_carries_name_and_icon_instead_of_those_of_wagtail(
    client, make_user, brand, address, language
):
    brand.name = "Telaio & figli"
    brand.save()
    user = make_user()
    UserProfile.objects.create(user=user, preferred_language=language)
    if address != "/admin/login/":
        client.force_login(user)
    text = client.get(address).content.decode()
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1]
    assert "Telaio &amp; figli" in title
    assert "Wagtail" not in title
    assert "images/favicon.svg" in text
    assert "wagtailadmin/images/favicon.ico" not in text
    if address == "/admin/login/":
        # In the language of the site: who it is is not known yet.
        assert "Sign in to Telaio &amp; figli" in text
        assert 'aria-label="Wagtail"' not in text
    else:
        sidebar = text[text.index("data-wagtail-sidebar-branding-logo") :].split("</template>")[0]
        assert "<b>Telaio &amp; figli</b>" in sidebar


def test_a_logo_and_an_icon_stand_in_the_admin_too(admin, client, brand):
    brand.name, brand.logo, brand.favicon = "Telaio", factories.make_image(), factories.make_image()
    brand.save()
    text = admin.get("/admin/").content.decode()
    sidebar = text[text.index("data-wagtail-sidebar-branding-logo") :].split("</template>")[0]
    assert re.search(r'<img[^>]+alt="Telaio"', sidebar)
    assert 'rel="icon" type="image/png"' in text
    client.logout()
    assert re.search(r'<img[^>]+alt="Telaio"', client.get("/admin/login/").content.decode())
