"""What one release keeps in a shared cache, another does not find."""

from django.conf import settings

from config.env import release


def code(root, **files: str):
    for name in ("templates", "static", "app"):
        (root / name).mkdir(parents=True)
    (root / "app/__init__.py").touch()
    for name, text in files.items():
        (root / name.replace("__", "/").replace("_html", ".html")).write_text(text)
    return root


def test_the_same_code_is_the_same_release_wherever_it_stands(tmp_path):
    one, other = (
        code(tmp_path / folder, templates__page_html="<h1>One") for folder in ("here", "there")
    )
    assert release(one) == release(other)


def test_another_template_is_another_release(tmp_path):
    one = code(tmp_path / "one", templates__page_html="<h1>One")
    other = code(tmp_path / "other", templates__page_html="<h1>Other")
    assert release(one) != release(other)


def test_what_is_kept_stands_under_the_release():
    assert settings.CACHES["default"]["KEY_PREFIX"] == release()


def test_only_what_runs_counts(tmp_path):
    one, other = code(tmp_path / "one"), code(tmp_path / "other")
    (other / "tests").mkdir()
    (other / "tests/__init__.py").write_text("# tests are in no image")
    # Packages of the npm registry name folders like files.
    (other / "static/highlight.js").mkdir()
    assert release(one) == release(other)
