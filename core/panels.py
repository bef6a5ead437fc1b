"""Panels that an upper app brings into the forms of a lower one."""

from django.utils.module_loading import import_string
from wagtail.admin.panels import Panel


class PanelFromAbove(Panel):
    """Names a panel by its path, as a foreign key names the model of an app that comes later."""

    def __init__(self, path: str, **options):
        super().__init__(**options)
        self.path = path

    def clone_kwargs(self):
        return super().clone_kwargs() | {"path": self.path}

    def bind_to_model(self, model):
        return import_string(self.path)().bind_to_model(model)
