"""Where a post begins: blank or from a pattern, signed by whoever begins it."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.models import Page

from blog.models import BlogIndexPage, BlogPostAuthor, BlogPostPage, PostPattern
from core.page_views import SitePageViewSet
from core.streams import with_new_ids
from people.models import Person

# Wagtail’s own script puts the cursor there; the browser’s autofocus comes before the form is unfolded.
FOCUSED = {
    "data-controller": "w-focus",
    "data-w-focus-target-value": "#id_title",
    "data-action": "load@window->w-focus#focus",
}


def patterns_of(page: Page):
    """The patterns for posts below a page: those of its language."""
    return PostPattern.objects.filter(locale_id=page.locale_id)


class PatternChoiceView(SitePageViewSet.add_subpage_view_class):
    """Stands where Wagtail would choose among types of pages; a blog has one. Without patterns there is no choice."""

    template_name = "editorial/patterns/choose.html"

    def dispatch(self, request, parent_page_id, *args, **kwargs):
        response = super().dispatch(request, parent_page_id, *args, **kwargs)
        if not (isinstance(response, HttpResponseRedirect) and patterns_of(self.parent_page)):
            return response
        return TemplateView.dispatch(self, request, parent_page_id, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"patterns": patterns_of(self.parent_page)}


class PostCreateView(SitePageViewSet.add_view_class):
    def get(self, request):
        if asked := request.GET.get("pattern"):
            self.begin_with(asked)
        self.page.authorships = authorships(request.user, self.page.locale_id)
        return super().get(request)

    def begin_with(self, asked: str) -> None:
        # Twelve digits are more than any key has, and fewer than a database refuses.
        known = patterns_of(self.parent_page)
        pattern = known.filter(pk=asked).first() if asked.isdecimal() and len(asked) < 12 else None
        if pattern is None:
            messages.warning(
                self.request, _("This pattern is not there any more: the post is blank.")
            )
            return
        self.page.body = with_new_ids(list(pattern.body.raw_data))
        self.page.category = pattern.category
        if pattern.description:
            messages.info(self.request, f"{pattern.name}: {pattern.description}")

    def get_context_data(self, **kwargs):
        if self.request.method == "GET":
            self.form.fields["title"].widget.attrs |= FOCUSED
        return super().get_context_data(**kwargs)


def authorships(user, locale_id: int) -> list[BlogPostAuthor]:
    """The byline of a post that somebody begins: their own record in its language, if they have one."""
    people = Person.objects.with_profile().filter(user=user, locale_id=locale_id)
    return [BlogPostAuthor(person=person, locale_id=locale_id) for person in people[:1]]


class PostViewSet(SitePageViewSet):
    model = BlogPostPage
    parent_models = [BlogIndexPage]
    add_view_class = PostCreateView
    add_subpage_view_class = PatternChoiceView
