"""Every route: the routers of the interface and of the pages, in the order in which they are asked."""

from fastapi import APIRouter

from web.api import ask as asking
from web.api import audit as audit_interface
from web.api import clusters as cluster_interface
from web.api import conversations as conversation_interface
from web.api import decisions as decision_interface
from web.api import documents as library
from web.api import history, jobs, state
from web.api import questions as question_interface
from web.api import reading as reading_interface
from web.pages import (
    account,
    answer_file,
    arriving,
    chat,
    cluster,
    clusters,
    document,
    earlier,
    house,
    joining,
    page_image,
    reading,
    removal,
    signing,
)
from web.pages import documents as document_pages
from web.pages.staff import (
    accounts,
    decisions,
    fact_form,
    facts,
    forgetting,
    from_words,
    keeping,
    log,
    missing,
    overview,
    question,
    questions,
    removed,
    what_was_read,
)
from web.pages.staff import add as adding_page
from web.pages.staff import cluster as staff_cluster
from web.pages.staff import held as held_page
from web.pages.staff import library as staff_library
from web.pages.staff import versions as version_pages

ROUTERS: tuple[APIRouter, ...] = (
    state.router,
    state.readers,
    asking.router,
    conversation_interface.router,
    library.router,
    library.staff,
    history.router,
    history.administrators,
    jobs.router,
    jobs.staff,
    cluster_interface.router,
    decision_interface.router,
    chat.router,
    removal.router,
    answer_file.router,
    document_pages.router,
    document.router,
    earlier.router,
    reading.router,
    reading_interface.router,
    page_image.router,
    clusters.router,
    cluster.router,
    house.router,
    house.readers,
    signing.router,
    arriving.router,
    joining.router,
    account.router,
    overview.router,
    adding_page.router,
    staff_library.router,
    # Before what takes any word for a document's id.
    removed.router,
    removed.administrators,
    version_pages.router,
    held_page.router,
    question_interface.router,
    forgetting.router,
    missing.router,
    questions.router,
    question.router,
    what_was_read.router,
    from_words.router,
    accounts.router,
    facts.router,
    fact_form.router,
    staff_cluster.router,
    decisions.router,
    keeping.router,
    log.router,
    audit_interface.router,
)
