"""Publishing many pages at once: those that are whole go live, the others are named."""

from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from core.publishing.issues import NotWholeError
from editorial.publishing.telling import tell


class PublishWholePages(PublishBulkAction):
    """In the place of Wagtail’s own, which stops at the first page that cannot be published."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.refused: list[NotWholeError] = []

    def get_execution_context(self):
        return super().get_execution_context() | {"refused": self.refused}

    @classmethod
    def execute_action(cls, objects, include_descendants=False, user=None, refused=None, **kwargs):
        refused = [] if refused is None else refused
        below = [drafts_below(page, user) for page in objects if include_descendants]
        chosen = sum(publish(page.specific, user, refused) for page in objects)
        return chosen, sum(publish(page, user, refused) for pages in below for page in pages)

    def get_success_message(self, num_parent_objects, num_child_objects):
        if num_parent_objects + num_child_objects == 0:
            return None
        return super().get_success_message(num_parent_objects, num_child_objects)

    def form_valid(self, form):
        response = super().form_valid(form)
        for refusal in self.refused:
            tell(self.request, refusal.record, refusal.issues)
        return response


def drafts_below(page: Page, user) -> list[Page]:
    drafts = page.get_descendants().not_live().defer_streamfields().specific()
    if user is None:
        return list(drafts)
    return [draft for draft in drafts if draft.permissions_for_user(user).can_publish()]


def publish(page: Page, user, refused: list[NotWholeError]) -> bool:
    try:
        revision = page.get_latest_revision() or page.save_revision(user=user, clean=False)
        revision.publish(user=user)
    except NotWholeError as refusal:
        refused.append(refusal)
        return False
    return True
