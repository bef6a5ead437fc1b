"""Where a person is used, unpublished drafts included: Wagtail's index does not know the drafts of live objects."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import DraftStateMixin, ReferenceIndex, get_base_content_types

from people.models import Person
