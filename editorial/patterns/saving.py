"""Keeping how a post is built, for the posts to come."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.log_actions import log

from blog.models import BlogPostPage, PostPattern
from core.roles import may_write
from core.streams import with_new_ids

ADD = "blog.add_postpattern"


def may_keep(user, post) -> bool:
    return may_write(user) and user.has_perm(ADD) and post.permissions_for_user(user).can_edit()


class KeepForm(forms.ModelForm):
    class Meta:
        model = PostPattern
        fields = ["name", "description"]


class KeepPatternView(FormView):
    """Takes the newest draft of a post, words and all; whoever keeps it empties what differs each time."""

    form_class = KeepForm
    template_name = "editorial/patterns/keep.html"

    def dispatch(self, request, page_id: int):
        post = get_object_or_404(BlogPostPage, pk=page_id)
        if not may_keep(request.user, post):
            raise PermissionDenied
        self.post_page = post.get_latest_revision_as_object()
        return super().dispatch(request)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"post": self.post_page}

    def form_valid(self, form):
        pattern, post = form.save(commit=False), self.post_page
        pattern.locale_id, pattern.category = post.locale_id, post.category
        pattern.body = with_new_ids(list(post.body.raw_data))
        pattern.save()
        revision = pattern.save_revision(user=self.request.user)
        log(pattern, "wagtail.create", user=self.request.user, revision=revision)
        messages.success(
            self.request,
            _("“%(name)s” is a pattern now. Empty what differs from post to post.")
            % {"name": pattern.name},
        )
        return redirect(reverse(pattern.snippet_viewset.get_url_name("edit"), args=[pattern.pk]))
