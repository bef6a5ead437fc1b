"""Translating in the admin: what it makes, what it leaves alone, and what it will not publish."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail_localize.models import StringTranslation, Translation

from blog.models import BlogPostPage, Category
from core.models import Navigation
from leads.models import FieldType, Submission
from people.models import Person
from tests import factories
from tests.leads.forms import make_form, send

ITALIAN = {
    "Post": "Articolo",
    "post": "articolo",
    "wool": "lana",
    "Words": "Parole",
    "One": "Uno",
    "Two": "Due",
    "Weaver": "Tessitrice",
    "Tools": "Attrezzi",
    "tools": "attrezzi",
    "Write to us": "Scrivici",
    "write": "scrivici",
    "Name": "Nome",
    "Wood": "Legno",
    "Oak<br/>Beech": "Quercia<br/>Faggio",
}


@pytest.fixture
def italian_blog(italian_home):
    return factories.BlogIndexPageFactory(
        parent=italian_home, locale=italian_home.locale, title="Articoli", slug="articoli"
    )


@pytest.fixture
def post(blog, italian_blog):
    type(blog).objects.filter(pk=italian_blog.pk).update(translation_key=blog.translation_key)
    ada = factories.PersonFactory(name="Ada", slug="ada")
    post = factories.BlogPostPageFactory(
        parent=blog,
        title="Post",
        slug="post",
        category=factories.CategoryFactory(name="Tools", slug="tools"),
        body=[
            ("quote", {"quote": "<p>Words</p>", "person": ada}),
            ("key_points", {"items": [{"body": "<p>One</p>"}, {"body": "<p>Two</p>"}]}),
            ("author_card", {"person": ada}),
        ],
    )
    post.tags.add("wool")
    post.save()
    return factories.sign(post, ada)


@pytest.fixture
def translator(client, make_user):
    client.force_login(make_user("Marketers"))
    return client


def submit(client, record, **fields):
    meta = record._meta
    kind = (
        f"page/{record.pk}"
        if hasattr(record, "url_path")
        else f"snippet/{meta.app_label}/{meta.model_name}/{record.pk}"
    )
    locales = {"locales": [factories.locale("it").pk]}
    return client.post(f"/admin/localize/submit/{kind}/", locales | fields)


def translate(record) -> None:
    """Write the Italian of every text of a record, as a translator would."""
    italian = factories.locale("it")
    source = Translation.objects.get(source__object_id=record.translation_key).source
    for segment in source.stringsegment_set.select_related("string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=italian,
            data=ITALIAN[segment.string.data],
        )


def italian(record):
    return type(record).objects.get(
        translation_key=record.translation_key, locale__language_code="it"
    )


def publish(client, record) -> str:
    """Press Publish in the editor of a translation; return what the editor then says."""
    twin, meta = italian(record), record._meta
    address = (
        f"/admin/pages/{twin.pk}/edit/"
        if hasattr(record, "url_path")
        else f"/admin/snippets/{meta.app_label}/{meta.model_name}/edit/{twin.pk}/"
    )
    response = client.post(address, {"action": "publish"})
    return str(list(get_messages(response.wsgi_request))[-1])


@pytest.fixture
def published(translator, post, django_capture_on_commit_callbacks):
    ada, category = post.authorships.get().person, post.category
    with django_capture_on_commit_callbacks(execute=True):
        submit(translator, post)
        for record in (ada, category, post):
            translate(record)
            publish(translator, record)
    return BlogPostPage.objects.get(pk=italian(post).pk)


def test_a_translation_begins_as_a_draft_that_nobody_sees(translator, post):
    submit(translator, post)
    assert not italian(post).live
    assert not italian(post.authorships.get().person).live
    assert translator.get("/it/articoli/post/").status_code == 404


def test_what_is_not_translated_is_not_published(translator, post):
    submit(translator, post)
    said = publish(translator, post)
    assert "texts are not translated yet" in said
    assert "Translate and publish first" in said
    assert "Ada" in said
    assert "Tools" in said
    assert not italian(post).live
    translate(post)
    said = publish(translator, post)
    assert "not translated yet" not in said
    assert "Ada" in said
    assert not italian(post).live


def test_a_translated_post_shows_the_records_of_its_language(client, published):
    assert published.live
    assert published.slug == "articolo"
    people = {row.person for row in published.authorships.all()}
    people |= {block.value["person"] for block in published.body if "person" in block.value}
    assert {person.locale.language_code for person in people} == {"it"}
    assert published.category.slug == "attrezzi"
    assert [tag.name for tag in published.tags.all()] == ["lana"]
    text = client.get("/it/articoli/articolo/").content.decode()
    for words in ("Parole", "Uno", "Due", "Tessitrice", "Attrezzi", "lana"):
        assert words in text
    for words in ("Words", "One", "Two", "Weaver", "Tools", "wool"):
        assert words not in text
    assert "wool" in client.get("/blog/post/").content.decode()


def test_a_form_asks_in_its_language_and_keeps_answers_under_the_same_names(
    translator, client, home, django_capture_on_commit_callbacks
):
    wood = ("Wood", FieldType.DROPDOWN, {"choices": "Oak\nBeech"})
    form = make_form(home, [("Name", FieldType.SINGLELINE, {}), wood])
    submit(translator, form)
    assert "texts are not translated yet" in publish(translator, form)
    translate(form)
    with django_capture_on_commit_callbacks(execute=True):
        assert "Published" in publish(translator, form)
    twin = italian(form)
    assert [(field.label, field.clean_name) for field in twin.form_fields.all()] == [
        ("Nome", "name"),
        ("Legno", "wood"),
    ]
    text = client.get("/it/scrivici/").content.decode()
    for words in ("Nome", "Legno", "Quercia"):
        assert words in text
    for words in ("Wood", "Oak"):
        assert words not in text
    assert send(client, twin, {"name": "Ada", "wood": "Oak"}).status_code == 422
    assert send(client, twin, {"name": "Ada", "wood": "Faggio"}).status_code == 303
    assert Submission.objects.get().page_id == twin.pk
    assert "Oak" in client.get("/write/").content.decode()


def test_a_record_that_the_language_has_already_is_left_alone(translator, post):
    ada = post.authorships.get().person
    twin = factories.PersonFactory(
        name="Ada",
        slug="ada",
        role="Tessitrice",
        locale=factories.locale("it"),
        translation_key=ada.translation_key,
    )
    category = factories.CategoryFactory(
        name="Attrezzi",
        slug="attrezzi",
        locale=factories.locale("it"),
        translation_key=post.category.translation_key,
    )
    submit(translator, post)
    twin, category = Person.objects.get(pk=twin.pk), Category.objects.get(pk=category.pk)
    assert twin.live
    assert twin.role == "Tessitrice"
    assert category.name == "Attrezzi"
    copy = italian(post)
    assert copy.category == category
    assert copy.authorships.get().person == twin


def test_a_section_leaves_what_is_translated_below_it_alone(translator, home, italian_home):
    section = factories.ContentPageFactory(parent=home, title="Section", slug="section")
    done = factories.ContentPageFactory(parent=section, title="Done", slug="done")
    open_page = factories.ContentPageFactory(parent=section, title="Open", slug="open")
    place = section.copy_for_translation(italian_home.locale, alias=True)
    fatto = factories.ContentPageFactory(
        parent=place,
        title="Fatto",
        slug="fatto",
        locale=italian_home.locale,
        translation_key=done.translation_key,
    )
    submit(translator, section, include_subtree="on")
    fatto.refresh_from_db()
    assert (fatto.title, fatto.live) == ("Fatto", True)
    assert not italian(open_page).live


def test_a_record_whose_address_is_taken_there_is_refused_with_a_reason(translator, post):
    ada = post.authorships.get().person
    factories.PersonFactory(name="Another", slug="ada", locale=factories.locale("it"))
    response = submit(translator, ada)
    assert response.status_code == 302
    (message,) = get_messages(response.wsgi_request)
    assert "is taken by a record" in str(message)


def test_an_update_publishes_only_what_is_whole(
    translator, post, published, django_capture_on_commit_callbacks
):
    source = Translation.objects.get(source__object_id=post.translation_key).source
    post.title = "New words"
    post.save()
    update = f"/admin/localize/update/{source.pk}/"
    with django_capture_on_commit_callbacks(execute=True):
        response = translator.post(update, {"publish_translations": "on"})
    assert "1 text is not translated yet" in " ".join(
        str(message) for message in get_messages(response.wsgi_request)
    )
    published.refresh_from_db()
    assert published.title == "Articolo"
    segment = source.stringsegment_set.get(context__path="title")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=published.locale,
        data="Nuove parole",
    )
    with django_capture_on_commit_callbacks(execute=True):
        translator.post(update, {"publish_translations": "on"})
    published.refresh_from_db()
    assert published.title == "Nuove parole"
    assert published.live


def test_the_place_kept_for_an_untranslated_page_is_no_page_for_readers(
    client, translator, home, italian_home
):
    section = factories.ContentPageFactory(parent=home, title="Section", slug="section")
    child = factories.ContentPageFactory(parent=section, title="Child", slug="child")
    submit(translator, child)
    place = italian(section)
    assert place.alias_of_id == section.pk
    assert place.live
    client.logout()
    assert client.get(place.url).status_code == 404
    assert client.get("/sitemap/it/contentpage-1.xml").status_code == 404
    assert place.url not in client.get("/section/").content.decode()


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b'msgid ""\nmsgstr ""\n'])
def test_a_file_that_is_no_catalogue_is_refused_with_a_reason(translator, post, content):
    submit(translator, post)
    translation = Translation.objects.get(source__object_id=post.translation_key)
    files = {} if content is None else {"file": SimpleUploadedFile("it.po", content)}
    response = translator.post(
        f"/admin/localize/translate/{translation.pk}/pofile/upload/", files, follow=True
    )
    assert response.status_code == 200
    assert "Choose the PO file that was downloaded here." in response.content.decode()


def test_a_catalogue_that_a_translator_has_filled_in_is_taken(translator, post):
    submit(translator, post)
    translation = Translation.objects.get(source__object_id=post.translation_key)
    address = f"/admin/localize/translate/{translation.pk}/pofile"
    catalogue = translator.get(f"{address}/download/").content.decode()
    filled = catalogue.replace('msgid "Post"\nmsgstr ""', 'msgid "Post"\nmsgstr "Articolo"')
    assert filled != catalogue
    translator.post(f"{address}/upload/", {"file": SimpleUploadedFile("it.po", filled.encode())})
    assert StringTranslation.objects.get().data == "Articolo"


def test_menus_are_translations_of_each_other_whoever_made_them(home, italian_home):
    english = Navigation.objects.create(locale=home.locale)
    mine = Navigation.objects.create(locale=italian_home.locale)
    assert english.get_translation(italian_home.locale) == mine


@pytest.mark.parametrize(("role", "may"), [("Marketers", True), ("Editors", True), ("SEO", False)])
def test_who_writes_may_translate(client, make_user, home, italian_home, role, may):
    page = factories.ContentPageFactory(parent=home, title="About", slug="about")
    client.force_login(make_user(role))
    listed = client.get(f"/admin/pages/{home.pk}/").content.decode()
    assert (f"/admin/localize/submit/page/{page.pk}/" in listed) is may
    assert ("/admin/localize/reports/" in listed) is may
    submit(client, page)
    assert page.has_translation(italian_home.locale) is may
