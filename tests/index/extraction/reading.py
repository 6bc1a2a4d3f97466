"""What the extraction reads out of a text, in words that tests can compare."""

from dataclasses import dataclass

from documents.model import Document
from documents.read import read_document
from index.extraction.extract import extract
from index.extraction.model import Claim, Extract, Subject
from index.register.model import Attribute

Status = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Read:
    """A document and what was read out of it."""

    document: Document
    extract: Extract

    @property
    def clusters(self) -> list[str]:
        """The fullest name of each cluster that the document is sure of."""
        return [_name(subject) for subject in self.extract.subjects if subject.sure]

    @property
    def unsure(self) -> list[str]:
        """The fullest name of whatever may be a cluster."""
        return [_name(subject) for subject in self.extract.subjects if not subject.sure]

    def names(self, name: str) -> dict[str, str]:
        """All names, with their kinds, of the cluster that has this one."""
        (subject,) = (one for one in self.extract.subjects if name in {other.text for other in one.names})
        return {one.text: one.kind for one in subject.names}

    def claims(self, attribute: Attribute) -> list[Claim]:
        """The claims of an attribute, in the document's order."""
        return [claim for claim in self.extract.claims if claim.attribute == attribute]

    def told(self, attribute: Attribute) -> list[tuple[str, str]]:
        """Each claim of an attribute as the cluster's fullest name and the value."""
        return [(self.cluster(claim), claim.value) for claim in self.claims(attribute)]

    def values(self, attribute: Attribute) -> list[str]:
        """The values of an attribute, whichever cluster they are told of."""
        return [claim.value for claim in self.claims(attribute)]

    def counts(self) -> list[tuple[str, str]]:
        """Each number of members with what it counts."""
        return [(claim.value, claim.qualifier) for claim in self.claims("members")]

    def people(self) -> list[tuple[str, str]]:
        """Each person with the role."""
        return [(claim.value, claim.qualifier) for claim in self.claims("person")]

    def statuses(self) -> list[Status]:
        """Each status: cluster, label, round, since and until in their ISO form, "" for what is not told."""
        return [
            (
                self.cluster(claim),
                claim.value,
                claim.qualifier,
                claim.since.iso if claim.since else "",
                claim.until.iso if claim.until else "",
            )
            for claim in self.claims("status")
        ]

    def cluster(self, claim: Claim) -> str:
        """The fullest name of the cluster that a claim is about."""
        return _name(self.extract.subjects[claim.subject])


def read(text: str, file: str = "x.md") -> Read:
    """What is read out of a text as a file of this name."""
    document = read_document(file, text.encode())
    return Read(document, extract(document))


def _name(subject: Subject) -> str:
    return subject.names[0].text
