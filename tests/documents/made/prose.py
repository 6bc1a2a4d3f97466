"""Sentences for the made files: of clusters that are invented, in Polish and English."""

MILLS = (
    "Klaster Młynów Doliny Żółtej skupia czterdzieści młynów, dwie szkoły i piekarnię. "
    "Powstał z inicjatywy trzech sąsiadów, a jego siedzibą jest stary spichlerz nad kanałem."
)
JOINING = (
    "Do klastra może wstąpić każda firma, która miele zboże albo piecze chleb. "
    "Wniosek składa się u koordynatora, a decyzję podejmuje rada w ciągu miesiąca."
)
WINDMILLS = (
    "The Windmill Cluster of Lower Fenland brings together forty millers, two schools and a bakery. "
    "It was started by three neighbours and is led from an old granary beside the canal."
)
YEARS = (
    "W roku 2019 klaster miał dwunastu członków, a w roku 2023 było ich już czterdziestu. "
    "Najszybciej przybywało piekarni z gmin leżących na północ od rzeki."
)
