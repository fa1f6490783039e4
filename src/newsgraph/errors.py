"""Everything that newsgraph raises on purpose.

NewsgraphError
├── InputError        a file, a text or an option is not what was expected      exit 2
│   ├── ArticleError    not an article: not UTF-8 text, empty, a broken head
│   ├── SyntaxFault     not RDF or SPARQL: says line and column
│   └── FormatError     no such format
├── DataError         a data file of ours (language, pattern) has an unknown key or value   exit 2
├── FindingsError     the graph has violations, so it was not written            exit 1
├── EngineError       a library failed on input that was accepted                exit 3
└── RemoteError       a triple store elsewhere failed or refused                  exit 4

The library raises; only the command line prints and exits.
"""


class NewsgraphError(Exception):
    """The root; `exit_code` is what the command line ends with."""

    exit_code = 2


class InputError(NewsgraphError):
    """Says the place (file, line, column where known), what was expected, and what to do.

    >>> str(InputError("is empty", file="a.txt", line=3, advice="give it a text"))
    'a.txt:3: is empty; give it a text'
    """

    def __init__(
        self, message: str, *, file: str = "", line: int | None = None, column: int | None = None, advice: str = ""
    ) -> None:
        place = ":".join(str(part) for part in (file, line, column) if part not in ("", None))
        super().__init__(f"{place}: {message}" * bool(place) or message, advice)
        self.message, self.file, self.line, self.column = message, file, line, column

    def __str__(self) -> str:
        return "; ".join(part for part in self.args if part)

    @property
    def words(self) -> str:
        """What is wrong and what to do, without the place."""
        return "; ".join(part for part in (self.message, self.args[1]) if part)


class ArticleError(InputError):
    """A file that is no article."""


class SyntaxFault(InputError):  # noqa: N818  SyntaxError is Python's own
    """RDF or SPARQL that does not parse."""


class FormatError(InputError):
    """A format that newsgraph does not know."""


class DataError(InputError):
    """A fault in the project's own data: languages/, patterns/, graph/, seeds/."""


class FindingsError(NewsgraphError):
    """A graph with violations is not written."""

    exit_code = 1


class EngineError(NewsgraphError):
    """A library failed on input that was accepted."""

    exit_code = 3


class RemoteError(NewsgraphError):
    """A triple store elsewhere cannot be reached, failed, or refused what was asked."""

    exit_code = 4
