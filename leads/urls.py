from django.urls import path

from leads.views import forms, newsletter

urlpatterns = [
    path("forms/ticket/", forms.ticket, name="form_ticket"),
    path("forms/<int:pk>/", forms.submit, name="form_submit"),
    path("forms/<int:pk>/thanks/", forms.thanks, name="form_thanks"),
    path("forms/<int:pk>/confirm/<str:signed>/", forms.confirm_submission, name="form_confirm"),
    path("forms/newsletter/sign-up/", newsletter.sign_up, name="newsletter_sign_up"),
    path("forms/newsletter/sent/", newsletter.sent, name="newsletter_sent"),
    path("forms/newsletter/confirm/<str:signed>/", newsletter.confirm, name="newsletter_confirm"),
    path("forms/newsletter/done/", newsletter.done, name="newsletter_done"),
    path("forms/newsletter/leave/<str:signed>/", newsletter.unsubscribe, name="newsletter_leave"),
]
