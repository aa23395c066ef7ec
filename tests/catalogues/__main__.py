"""Brings the catalogues in step with the program: ``python -m tests.catalogues``.

What is said no longer goes, what is new comes without a translation; nothing is guessed.
"""

from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from tests.catalogues.extraction import FOLDERS, TRANSLATED, forms, messages_of, path_of, read_catalogue


def main() -> None:
    """Update every catalogue and say what is left to translate."""
    for package, folder in FOLDERS.items():
        folder.mkdir(exist_ok=True)
        said = messages_of(package)
        for code in TRANSLATED:
            catalogue = read_catalogue(package, code)
            catalogue.update(said, no_fuzzy_matching=True, update_header_comment=False)
            catalogue.obsolete.clear()
            path_of(package, code).write_bytes(_written(catalogue))
            left = sum(1 for message in catalogue if message.id and not all(forms(message.string)))
            print(f"{code} of {package}: {len(catalogue)} messages, {left} without a translation")


def _written(catalogue: Catalog) -> bytes:
    """The file: without dates and names, so that it changes only when a text does."""
    messages = BytesIO()
    write_po(messages, catalogue, width=0, include_lineno=False, ignore_obsolete=True, omit_header=True)
    header = (
        f"{catalogue.header_comment}\n"
        'msgid ""\n'
        'msgstr ""\n'
        f'"Language: {catalogue.locale}\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    )
    return header.encode() + messages.getvalue()


if __name__ == "__main__":
    main()
