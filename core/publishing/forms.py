"""The form as a door: what it cannot know by itself it is told, and says it at the field."""

from wagtail.admin.forms import WagtailAdminModelForm

from core.publishing.gate import PublishingGate
from core.publishing.issues import Issue, known_above

TALK = "comments"
# Wagtail's names of what ends a review without publishing.
CANCEL, SENT_BACK = "action-cancel-workflow", frozenset({"reject"})


class PublishingForm(WagtailAdminModelForm):
    is_metadata_only = False

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        if self.publishes:
            for issue in self.issues_above():
                self.say(issue)
        return not self.errors and all(
            not formset.non_form_errors() for formset in self.formsets.values()
        )

    @property
    def publishes(self) -> bool:
        """Who edits metadata alone changes nothing that could be unfinished; who refuses a draft need not finish it."""
        is_gated = isinstance(self.instance, PublishingGate)
        refuses = CANCEL in self.data or self.data.get("workflow-action-name") in SENT_BACK
        return is_gated and not (self.is_deferred_validation or self.is_metadata_only or refuses)

    def issues_above(self) -> list[Issue]:
        # What is edited with the record, such as its authors, belongs to the draft that is looked at.
        for name, formset in self.formsets.items():
            if name != TALK:
                formset.save(commit=False)
        return list(known_above(self.instance))

    def say(self, issue: Issue) -> None:
        name = issue.place.partition(".")[0]
        if name in self.formsets:
            self.formsets[name].non_form_errors().append(issue.message)
        else:
            self.add_error(name if name in self.fields else None, issue.message)
