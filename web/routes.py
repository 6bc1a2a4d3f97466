"""Every route: the routers of the interface and of the pages, in the order in which they are asked."""

from fastapi import APIRouter

from web.api import ask as asking
from web.api import clusters as cluster_interface
from web.api import conversations as conversation_interface
from web.api import documents as library
from web.api import jobs, state
from web.api import reading as reading_interface
from web.pages import (
    account,
    answer_file,
    chat,
    cluster,
    clusters,
    document,
    house,
    joining,
    page_image,
    reading,
    removal,
    signing,
)
from web.pages import documents as document_pages
from web.pages.staff import accounts, overview, what_was_read

ROUTERS: tuple[APIRouter, ...] = (
    state.router,
    state.readers,
    asking.router,
    conversation_interface.router,
    library.router,
    library.staff,
    jobs.router,
    jobs.staff,
    cluster_interface.router,
    chat.router,
    removal.router,
    answer_file.router,
    document_pages.router,
    document.router,
    reading.router,
    reading_interface.router,
    page_image.router,
    clusters.router,
    cluster.router,
    house.router,
    house.readers,
    signing.router,
    joining.router,
    account.router,
    overview.router,
    what_was_read.router,
    accounts.router,
)
