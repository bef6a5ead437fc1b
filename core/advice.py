"""What is advised about words, those for machines and those for readers: advice, never a rule."""

from dataclasses import dataclass

# What Google sets results in, and what social networks have room for.
TITLE_FONT = "20px Arial, 'Liberation Sans', sans-serif"
DESCRIPTION_FONT = "14px Arial, 'Liberation Sans', sans-serif"


@dataclass(frozen=True)
class Advice:
    """Bounds in characters and in pixels of a font; 0 where there is none."""

    least: int = 0
    most: int = 0
    pixels: int = 0
    font: str = ""


# Pixels are what counts; 60 characters are about as many, for lists that a database narrows.
SEARCH_TITLE = Advice(pixels=580, font=TITLE_FONT)
TITLE_CHARACTERS = 60
SEARCH_DESCRIPTION = Advice(least=70, most=160, pixels=920, font=DESCRIPTION_FONT)
SHARE_TITLE = Advice(most=70)
SHARE_DESCRIPTION = Advice(most=200)

# Words of a paragraph and of a sentence, after which readers lose the thread; and of sentences on average.
PARAGRAPH_WORDS = 120
SENTENCE_WORDS = 35
AVERAGE_SENTENCE_WORDS = 20

# What a link may not say alone: read aloud out of its sentence, it leads anywhere. In each language of the admin,
# without the signs around it.
VAGUE_LINKS = frozenset(
    {
        *(
            "click",
            "click here",
            "continue",
            "continue reading",
            "details",
            "download",
            "find out more",
        ),
        *(
            "go",
            "here",
            "info",
            "learn more",
            "link",
            "more",
            "more info",
            "page",
            "read",
            "read all",
        ),
        *(
            "read more",
            "see more",
            "show more",
            "this",
            "this link",
            "this page",
            "view",
            "website",
        ),
        *("approfondisci", "clicca", "clicca qui", "continua", "continua a leggere", "dettagli"),
        *(
            "guarda",
            "in questa pagina",
            "leggi",
            "leggi di più",
            "leggi tutto",
            "maggiori informazioni",
        ),
        *("pagina", "per saperne di più", "qua", "questa pagina", "questo link", "qui", "scarica"),
        *(
            "scopri",
            "scopri di più",
            "sito",
            "vai",
            "vai al sito",
            "vedi",
            "vedi di più",
            "vedi qui",
        ),
    }
)
# Signs around the words of a link, arrows among them.
AROUND_LINKS = ' .,:;!?…–-→➔›»>\u00a0"“”«»()[]'


def is_vague(text: str) -> bool:
    """Whether the words of a link do not say where it leads; a bare address does not either."""
    words = " ".join(text.lower().split()).strip(AROUND_LINKS)
    return words in VAGUE_LINKS or words.startswith(("http://", "https://", "www."))


@dataclass(frozen=True)
class Readability:
    """A formula of a language: from `good` on most adults read easily, below `fair` few do."""

    name: str
    good: int
    fair: int


# Gulpease was made for Italian (Lucisano and Piemontese, 1988), reading ease for English (Flesch, 1948).
READABILITY = {
    "en": Readability("Flesch", good=60, fair=45),
    "it": Readability("Gulpease", good=60, fair=40),
}
