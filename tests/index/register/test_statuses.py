"""Documents that disagree on a status, or tell it in parts."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.moments import Moment
from index.register.model import WITHDRAWN, Conditions
from index.register.register import Register
from tests.index.told import told

TODAY = date(2026, 6, 1)


def of_status(*subjects: tuple[date | None, tuple[str, str, str]]) -> Register:
    return Register(
        [
            told("Klaster Zorkanit", by=str(at), said=said, statuses=[one])
            for at, (said, one) in enumerate(subjects)
        ]
    )


OLD, NEW = date(2022, 5, 1), date(2024, 5, 1)


def test_a_newer_document_on_the_same_round_wins_and_both_are_shown() -> None:
    register = of_status((OLD, ("V", "", "2025-12-31")), (NEW, ("5", "", "2026-12-31")))
    (cluster,) = register.clusters

    assert register.select(Conditions(ends_in=Moment.year(2025)), today=TODAY) == ()
    assert len(register.select(Conditions(ends_in=Moment.year(2026)), today=TODAY)) == 1
    assert [str(fact.until and fact.until.iso) for fact in register.statuses(cluster.id)] == [
        "2026-12-31",
        "2025-12-31",
    ]


def test_a_newer_document_that_is_less_exact_contradicts_nothing() -> None:
    register = of_status((OLD, ("V", "", "2025-12-31")), (NEW, ("V", "", "2025")))

    (match,) = register.select(Conditions(ends_in=Moment.month(2025, 12)), today=TODAY)
    assert len(match.facts) == 1


def test_a_status_renewed_after_its_end_held_in_both_times() -> None:
    register = of_status((OLD, ("", "", "2023-12-31")), (NEW, ("", "2024", "2027-12-31")))

    for day in (date(2023, 1, 1), date(2025, 1, 1)):
        assert len(register.select(Conditions(valid_on=day), today=TODAY)) == 1


def test_a_status_taken_away_held_until_then() -> None:
    register = of_status((OLD, ("V", "2022", "2027-12-31")), (NEW, (WITHDRAWN, "", "2024-04-15")))
    (cluster,) = register.clusters

    assert register.select(Conditions(status="KKK"), today=TODAY) == ()
    assert len(register.select(Conditions(valid_on=date(2024, 4, 14)), today=TODAY)) == 1
    assert register.select(Conditions(valid_on=date(2024, 4, 15)), today=TODAY) == ()
    status = register.status(cluster.id, today=TODAY)
    assert status is not None
    assert status.qualifier == WITHDRAWN


def test_a_status_is_taken_away_on_the_day_told_by_a_document_that_has_no_date() -> None:
    register = of_status((OLD, ("V", "", "2027-12-31")), (None, (WITHDRAWN, "", "2024-04-15")))

    assert register.select(Conditions(status="KKK"), today=TODAY) == ()
    assert len(register.select(Conditions(valid_on=date(2024, 4, 14)), today=TODAY)) == 1


def test_a_document_without_a_date_is_not_the_older_of_two() -> None:
    register = of_status((OLD, ("V", "", "2025-12-31")), (None, ("V", "", "2026-12-31")))

    assert len(register.select(Conditions(ends_in=Moment.year(2026)), today=TODAY)) == 1


def test_a_status_told_without_a_date_is_the_one_that_another_fact_dates() -> None:
    register = of_status((NEW, ("", "", "")), (OLD, ("VI", "2024-03-01", "2027-02-28")))

    assert register.select(Conditions(valid_on=date(2024, 2, 1)), today=TODAY) == ()


def test_a_status_given_anew_after_it_was_taken_away_counts() -> None:
    register = of_status((OLD, (WITHDRAWN, "", "2022-04-15")), (NEW, ("VI", "2024", "2027-12-31")))

    assert len(register.select(Conditions(status="KKK"), today=TODAY)) == 1


def test_a_status_without_an_end_holds_through_the_year_of_its_source() -> None:
    register = of_status((OLD, ("V", "", "")))

    assert len(register.select(Conditions(valid_on=date(2022, 12, 31)), today=TODAY)) == 1
    assert register.select(Conditions(valid_on=date(2023, 1, 1)), today=TODAY) == ()
    assert len(register.select(Conditions(status="KKK"), today=TODAY)) == 1


def test_nothing_has_ended_while_another_round_runs() -> None:
    register = of_status((OLD, ("V", "2020", "2023")), (NEW, ("VI", "2024", "2027")))

    assert register.select(Conditions(ended_by=TODAY), today=TODAY) == ()
    assert len(register.select(Conditions(round="V", ended_by=TODAY), today=TODAY)) == 1


DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


@given(st.lists(st.tuples(DAYS, st.sampled_from(["", "V", "VI"]), DAYS, DAYS), max_size=6), DAYS)
@settings(deadline=None)
def test_choosing_by_a_day_agrees_with_the_facts_chosen(
    said: list[tuple[date, str, date, date]], day: date
) -> None:
    register = of_status(
        *((on, (round, min(a, b).isoformat(), max(a, b).isoformat())) for on, round, a, b in said)
    )

    for match in register.select(Conditions(valid_on=day), today=TODAY):
        assert match.facts
        assert all(register.holds(match.cluster.id, fact, day) and fact.holds_on(day) for fact in match.facts)


def test_what_two_documents_say_of_one_status_is_told_as_one() -> None:
    dated = told("Klaster Zorkanit", by="a", said=date(2024, 7, 3), statuses=[("VII", "2024-07-01", "2027")])
    brief = told("Klaster Zorkanit", by="b", said=date(2025, 8, 1), statuses=[("", "", "2027-06-30")])
    register = Register([dated, brief])

    (match,) = register.select(Conditions(status="KKK"), today=TODAY)

    (fact,) = match.facts
    assert (fact.qualifier, fact.since, fact.until) == (
        "VII",
        Moment.from_iso("2024-07-01"),
        Moment.from_iso("2027-06-30"),
    )
    assert {fact.source.document.id, *(one.document.id for one in fact.beside)} == {"a", "b"}


def test_statuses_of_other_ends_stay_two() -> None:
    statuses = [("V", "2021", "2024-06-30"), ("VII", "2024-07-01", "2027-06-30")]
    register = Register([told("Klaster Zorkanit", statuses=statuses)])

    (match,) = register.select(Conditions(status="KKK"), today=TODAY)

    assert [fact.qualifier for fact in match.facts] == ["VII", "V"]
    assert not any(fact.beside for fact in match.facts)


def test_clusters_whose_status_was_taken_away_are_chosen_by_the_document_that_says_so() -> None:
    granted = told("Klaster Zorkanit", by="a", said=date(2022, 1, 1), statuses=[("VI", "2022", "2026")])
    taken = told("Klaster Zorkanit", by="b", said=date(2025, 1, 1), statuses=[(WITHDRAWN, "", "2025-03-03")])
    register = Register([granted, taken, told("Klaster Wydma", by="c", statuses=[("VI", "", "2026")])])

    (match,) = register.select(Conditions(status="KKK", withdrawn=True), today=TODAY)

    assert (match.cluster.name, match.facts[0].source.document.id) == ("Klaster Zorkanit", "b")


def test_a_loss_told_without_its_day_is_the_one_whose_day_another_document_tells() -> None:
    dated = told("Klaster Zorkanit", by="a", said=date(2025, 3, 9), statuses=[(WITHDRAWN, "", "2025-03-03")])
    bare = told("Klaster Zorkanit", by="b", said=date(2026, 1, 1), statuses=[(WITHDRAWN, "", "")])
    register = Register([bare, dated])
    (match,) = register.select(Conditions(status="KKK", withdrawn=True), today=TODAY)

    (fact,) = match.facts

    assert (fact.source.document.id, [one.document.id for one in fact.beside]) == ("a", ["b"])
    assert register.status(match.cluster.id, "KKK", today=TODAY) == fact


def test_a_loss_after_the_status_was_given_again_is_another_one() -> None:
    dated = told("Klaster Zorkanit", by="a", said=date(2018, 3, 9), statuses=[(WITHDRAWN, "", "2018-03-03")])
    again = told("Klaster Zorkanit", by="b", said=date(2021, 1, 1), statuses=[("VI", "2021", "2027")])
    bare = told("Klaster Zorkanit", by="c", said=date(2026, 1, 1), statuses=[(WITHDRAWN, "", "")])
    register = Register([dated, again, bare])

    fact = register.status(register.clusters[0].id, "KKK", today=TODAY)

    assert fact is not None
    assert (fact.qualifier, fact.source.document.id) == (WITHDRAWN, "c")


def test_who_has_a_status_of_a_round_has_not_lost_it() -> None:
    granted = told("Klaster Zorkanit", by="a", statuses=[("VI", "", "2027")])
    taken = told("Klaster Zorkanit", by="b", said=date(2025, 1, 1), statuses=[(WITHDRAWN, "", "2025-03-03")])
    register = Register([granted, taken, told("Klaster Wydma", by="c", statuses=[("VI", "", "2027")])])

    given = register.select(Conditions(status="KKK", round="VI"), today=TODAY)
    kept = register.select(Conditions(status="KKK", round="VI", kept=True), today=TODAY)
    assert [one.cluster.name for one in given] == ["Klaster Zorkanit", "Klaster Wydma"]
    assert [one.cluster.name for one in kept] == ["Klaster Wydma"]


def test_who_lost_a_status_at_some_time_was_not_given_it_again() -> None:
    ended, again = (OLD, ("V", "", "2025-12-31")), (NEW, ("VI", "2026", "2028-12-31"))
    lost = Conditions(status="KKK", ends_in=Moment.year(2025), lost=True)

    assert len(of_status(ended).select(lost, today=TODAY)) == 1
    assert of_status(ended, again).select(lost, today=TODAY) == ()


def test_a_status_taken_away_at_that_time_was_lost_too() -> None:
    register = of_status((OLD, ("V", "2022", "2027-12-31")), (NEW, (WITHDRAWN, "", "2024-04-15")))

    assert len(register.select(Conditions(ends_in=Moment.year(2024), lost=True), today=TODAY)) == 1


def test_that_a_status_is_held_no_more_takes_nothing_from_a_term_that_had_ended_before() -> None:
    register = of_status((OLD, ("V", "", "2023-12-31")), (NEW, (WITHDRAWN, "", "")))

    assert register.select(Conditions(status="KKK", withdrawn=True), today=TODAY) == ()
    assert len(register.select(Conditions(ends_in=Moment.year(2023)), today=TODAY)) == 1


def test_an_end_counted_from_a_beginning_is_the_one_told_a_day_later() -> None:
    counted = told("Klaster Zorkanit", by="a", statuses=[("", "2023-10-15", "2026-10-14")])
    stated = told("Klaster Zorkanit", by="b", statuses=[("X", "", "2026-10-15")])
    register = Register([counted, stated])

    (match,) = register.select(Conditions(status="KKK"), today=TODAY)

    assert {(fact.since, fact.until) for fact in match.facts} == {
        (Moment.from_iso("2023-10-15"), Moment.from_iso("2026-10-15"))
    }
