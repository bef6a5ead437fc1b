"""Beginning a post from the dashboard."""

from django.forms import Media
from django.templatetags.static import static
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component

from blog.models import BlogIndexPage
from editorial.patterns.starting import patterns_of


class PatternsPanel(Component):
    """The patterns of each blog that somebody may write for; nothing for who may not, or where there are none."""

    name = "patterns"
    template_name = "editorial/patterns/panel.html"
    order = 140

    def __init__(self, request):
        self.request = request

    @cached_property
    def media(self):
        return Media(css={"all": [static("css/admin/patterns.css")]})

    def get_context_data(self, parent_context=None):
        blogs = BlogIndexPage.objects.select_related("locale").order_by("path")
        open_to = [
            blog for blog in blogs if blog.permissions_for_user(self.request.user).can_add_subpage()
        ]
        found = [{"page": blog, "patterns": patterns_of(blog)} for blog in open_to]
        return {"blogs": [blog for blog in found if blog["patterns"]]}
