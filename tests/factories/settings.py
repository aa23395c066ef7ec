"""Settings that must show: each changes what a text about the installation says."""

from collections.abc import Callable
from dataclasses import dataclass

from store.organisation import Organisation


@dataclass(frozen=True)
class Rule:
    """A change of the settings, and what only the text before or only the one after it may say."""

    change: Callable[[Organisation], Organisation]
    before: str
    after: str

    def shows(self, usual: Organisation, words: Callable[[Organisation], str]) -> bool:
        """Whether a text about an organisation follows the change."""
        old, new = words(usual), words(self.change(usual))
        return self.before in old and self.after not in old and self.after in new and self.before not in new
