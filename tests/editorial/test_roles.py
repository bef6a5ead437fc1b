"""What each role may do in the admin, asked of the admin itself."""

import pytest

from tests import factories

MAY = {
    "Marketers": {"write posts", "people", "images"},
    "Editors": {"write posts", "people", "images", "menus", "brand", "redirects"},
    "SEO": {"people", "redirects"},
}
ADDRESSES = {
    "people": "/admin/snippets/people/person/",
    "images": "/admin/images/add/",
    "menus": "/admin/snippets/core/navigation/",
    "brand": "/admin/settings/core/brandsettings/",
    "redirects": "/admin/redirects/",
    "users": "/admin/users/",
    "groups": "/admin/groups/",
}


@pytest.mark.parametrize("role", MAY)
def test_a_role_reaches_what_it_works_with_and_nothing_else(client, make_user, blog, role):
    client.force_login(make_user(role))
    addresses = ADDRESSES | {"write posts": f"/admin/pages/add/blog/blogpostpage/{blog.pk}/"}
    reached = {
        name
        for name, address in addresses.items()
        if client.get(address, follow=True).request["PATH_INFO"] != "/admin/"
    }
    assert reached == MAY[role]


@pytest.mark.parametrize("role", MAY)
def test_every_role_may_edit_and_publish_a_post(make_user, blog, role):
    post = factories.BlogPostPageFactory(parent=blog)
    permissions = post.permissions_for_user(make_user(role))
    assert permissions.can_edit()
    assert permissions.can_publish()


def test_who_is_not_signed_in_is_asked_to(client, db):
    assert client.get("/admin/").url.startswith("/admin/login/")
