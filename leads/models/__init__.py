from leads.models.fields import FieldType, FormField
from leads.models.form_page import FormPage
from leads.models.outbox import Delivery
from leads.models.submission import Submission, SubmittedFile
from leads.models.subscription import Subscription, SubscriptionEvent

__all__ = [
    "Delivery",
    "FieldType",
    "FormField",
    "FormPage",
    "Submission",
    "SubmittedFile",
    "Subscription",
    "SubscriptionEvent",
]
