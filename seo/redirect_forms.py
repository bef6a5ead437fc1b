"""Redirects as editors write them: checked so that nobody goes around in a circle or takes two steps."""

from django.utils.translation import gettext as _
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from seo.models import MissingAddress
from seo.redirects import chain_from, end_of, lead_straight


class StraightRedirectForm(RedirectForm):
    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        page, link = cleaned.get("redirect_page"), cleaned.get("redirect_link")
        if not cleaned.get("old_path") or "redirect_link" in self.errors:
            return cleaned
        if bool(page) == bool(link):
            self.add_error(
                "redirect_page", _("Choose a page, or write an address: one of the two.")
            )
            return cleaned
        old = Redirect.normalise_path(cleaned["old_path"])
        end = end_of(Redirect(redirect_page=page, redirect_link=link or ""))
        chain = [step for step in chain_from(end) if step.pk != self.instance.pk]
        if old in (end, *(end_of(step) for step in chain)):
            field = "redirect_page" if page else "redirect_link"
            self.add_error(field, _("This leads back to where it starts."))
        elif chain and not page:
            # Two steps become one.
            last = chain[-1]
            self.cleaned_data |= {
                "redirect_page": last.redirect_page and Page.objects.get(pk=last.redirect_page_id),
                "redirect_link": last.redirect_link,
            }
        return cleaned

    def save(self, commit=True):
        redirect = super().save(commit)
        if commit:
            lead_straight([redirect])
            MissingAddress.objects.filter(path=redirect.old_path).delete()
        return redirect
