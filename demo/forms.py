"""The forms of the example company, from the TOML files."""

from uuid import UUID

from demo import source
from demo.records import Records
from home.models import HomePage
from leads.models import FormField

RETENTION_DAYS = 183


def load_forms(records: Records, language: str, home: HomePage) -> None:
    for name in source.FORMS:
        entry, page = source.pages(language)[name], records.page(name, language)
        page.title, page.slug, page.lead = entry["title"], entry["slug"], entry["lead"]
        page.search_description = entry["search_description"]
        page.submit_label, page.thank_you_message = entry["button"], entry["thanks"]
        page.notified, page.retention_days = "telaio@example.org", RETENTION_DAYS
        page.confirms, page.confirmation = True, entry["confirmation"]
        page.form_fields = [
            FormField(
                locale=records.locales[language],
                translation_key=key_of_question(name, order),
                # Answers have one name in every language.
                clean_name=question["name"],
                sort_order=order,
                label=question["label"],
                field_type=question["type"],
                required=question.get("required", True),
                help_text=question.get("help", ""),
                choices=question.get("choices", ""),
            )
            for order, question in enumerate(entry["questions"], start=1)
        ]
        records.publish(page, home)


def key_of_question(form: str, order: int) -> UUID:
    return source.key_of("question", f"{form}-{order}")
