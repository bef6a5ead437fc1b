"""The words that public texts use, for corrections and suggestions."""

from django.db import models

START = 3


class VocabularyWord(models.Model):
    """A word in lower case, and in how many documents of its language it stands; gone with the last of them."""

    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=60)
    folded = models.CharField(max_length=80)
    term = models.CharField(max_length=40)
    start = models.CharField(max_length=START)
    documents = models.IntegerField(default=0)

    class Meta:
        verbose_name = "word"
        constraints = [
            models.UniqueConstraint(fields=["locale", "text"], name="unique_word_per_language")
        ]
        indexes = [
            models.Index(fields=["locale", "folded"], name="word_folded"),
            models.Index(fields=["locale", "term"], name="word_term"),
            models.Index(fields=["locale", "start"], name="word_start"),
            # Looked for at every save, among all words there are.
            models.Index(
                fields=["documents"], name="word_gone", condition=models.Q(documents__lte=0)
            ),
        ]

    def __str__(self):
        return self.text


class SpellingVariant(models.Model):
    """The beginning of a word with no letter or one left out: two words one slip apart share a variant."""

    word = models.ForeignKey(VocabularyWord, on_delete=models.CASCADE, related_name="variants")
    text = models.CharField(max_length=7, db_index=True)

    class Meta:
        verbose_name = "spelling variant"

    def __str__(self):
        return self.text
