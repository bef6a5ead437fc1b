"""Addresses that lead nowhere and parameters that nobody asked for: the right status, and nothing changes."""

import pytest

from tests import factories


@pytest.fixture
def post(blog, people_index):
    factories.PersonFactory(slug="ada")
    return factories.BlogPostPageFactory(
        parent=blog, slug="post", category=factories.CategoryFactory()
    )


@pytest.mark.parametrize(
    "address",
    [
        "/blog/nothing/",
        "/blog/post/further/",
        "/blog/2026/13/",
        "/blog/2026/0/",
        "/blog/0/",
        "/blog/0000/",
        "/blog/-1/",
        "/blog/٢٠٢٦/",
        "/blog/category/città/",
        "/blog/category/" + "a" * 2000 + "/",
        "/blog/tag/😀/",
        "/people/" + "a" * 2000 + "/",
        "/people/ada/further/",
        "/blog/?page=0",
        "/blog/?page=999999999",
        "/blog/?page=1e3",
        "/blog/?page=٢",
        "/people/ada/?page=999999999",
    ],
)
def test_an_address_that_leads_nowhere_is_404(client, post, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/", "/blog/", "/blog/post/", "/people/", "/people/ada/"])
@pytest.mark.parametrize("junk", ["utm_source=x&utm_medium=y", "fbclid=1", "a[]=1", "%00=%ff"])
def test_parameters_that_mean_nothing_change_nothing(client, post, address, junk):
    plain, with_junk = client.get(address), client.get(f"{address}?{junk}")
    assert with_junk.status_code == 200
    assert with_junk.content == plain.content


def test_an_original_upload_never_reaches_a_reader(client, post):
    """A photo of ten megabytes is stored as it came; pages, feeds and cards show cuts of it."""
    image = factories.make_image()
    post.cover = image
    post.body = [("figure", {"image": image, "caption": "", "credit": ""})]
    post.save()
    for address in ("/", "/blog/", "/blog/post/", "/blog/feed/", "/sitemap.xml"):
        assert image.file.url not in client.get(address).content.decode()
    assert "/images/" in client.get("/blog/post/").content.decode()
