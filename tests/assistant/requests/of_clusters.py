"""Questions about clusters that are named."""

from assistant.request import Request
from assistant.requests.attributes import PROFILE
from tests.assistant.requests.asked import asks

ATTRIBUTES: list[tuple[str, Request]] = [
    ("Kto jest koordynatorem klastra Bursztynowy Ster?", asks("attribute", "ster", attributes="coordinator")),
    ("bursztynowy ster koordynator", asks("attribute", "ster", attributes="coordinator")),
    (
        "Kto jest prezesem Bursztynowego Steru?",
        asks("attribute", "ster", attributes="person", role="president"),
    ),
    (
        "who chairs the Copper Lantern Cluster?",
        asks("attribute", "lantern", attributes="person", role="chair"),
    ),
    ("What is the phone number of Copper Lantern?", asks("attribute", "lantern", attributes="phone")),
    ("ile firm zrzesza Bursztynowy Ster", asks("attribute", "ster", attributes="members")),
    (
        "do kiedy Bursztynowy Ster ma status KKK?",
        asks("attribute", "ster", attributes="status", status="KKK", aspect="until"),
    ),
    (
        "Since when has Copper Lantern been a National Key Cluster?",
        asks("attribute", "lantern", attributes="status", status="KKK", aspect="since"),
    ),
    (
        "w której rundzie Młyńskie Koło dostało status",
        asks("attribute", "kolo", attributes="status", status="*", aspect="round"),
    ),
    ("kiedy powstał klaster Młyńskie Koło", asks("attribute", "kolo", attributes="founded")),
    ("Co wiesz o klastrze Bursztynowy Ster?", asks("attribute", "ster", attributes=PROFILE)),
    ("Tell me about Copper Lantern", asks("attribute", "lantern", attributes=PROFILE)),
    ("Bursztynowy Ster", asks("attribute", "ster", attributes=PROFILE)),
    (
        "who is the director of Copper Lantern?",
        asks("attribute", "lantern", attributes="person", role="director"),
    ),
    ("kto kieruje klastrem Młyńskie Koło", asks("attribute", "kolo", attributes="person")),
    ("kto stoi na czele Bursztynowego Steru", asks("attribute", "ster", attributes="person")),
    ("kto zarządza Copper Lantern", asks("attribute", "lantern", attributes="coordinator person")),
    ("who runs Copper Lantern", asks("attribute", "lantern", attributes="coordinator person")),
    ("e-mail do Bursztynowego Steru", asks("attribute", "ster", attributes="email")),
    ("jaki jest adres mailowy Młyńskiego Koła?", asks("attribute", "kolo", attributes="email")),
    ("strona www Bursztynowy Ster", asks("attribute", "ster", attributes="website")),
    ("Bursztynowy Ster telefon", asks("attribute", "ster", attributes="phone")),
    ("gdzie ma siedzibę Bursztynowy Ster?", asks("attribute", "ster", attributes="place address region")),
    ("Where is Copper Lantern based?", asks("attribute", "lantern", attributes="place address region")),
    ("w jakim województwie działa Młyńskie Koło", asks("attribute", "kolo", attributes="region")),
    ("In which voivodeship is Copper Lantern?", asks("attribute", "lantern", attributes="region")),
    ("czym się zajmuje Młyńskie Koło", asks("attribute", "kolo", attributes="sector")),
    ("which industry is Copper Lantern in?", asks("attribute", "lantern", attributes="sector")),
    ("How many companies are in Copper Lantern?", asks("attribute", "lantern", attributes="members")),
    ("ilu członków ma Młyńskie Koło", asks("attribute", "kolo", attributes="members")),
    ("jak duży jest Bursztynowy Ster", asks("attribute", "ster", attributes="members")),
    ("od kiedy działa Bursztynowy Ster", asks("attribute", "ster", attributes="founded")),
    ("when was Copper Lantern founded", asks("attribute", "lantern", attributes="founded")),
    ("how old is Copper Lantern", asks("attribute", "lantern", attributes="founded")),
    ("w którym roku założono Bursztynowy Ster", asks("attribute", "ster", attributes="founded")),
    ("misja klastra Bursztynowy Ster", asks("attribute", "ster", attributes="mission")),
    ("what is the aim of Copper Lantern", asks("attribute", "lantern", attributes="mission")),
    ("z kim współpracuje Bursztynowy Ster", asks("attribute", "ster", attributes="partner")),
    (
        "Z jaką uczelnią Bursztynowy Ster prowadzi projekt?",
        asks("attribute", "ster", attributes="partner project"),
    ),
    (
        "With which university does Bursztynowy Ster carry out its project?",
        asks("attribute", "ster", attributes="partner project", unread=("out",)),
    ),
    ("Jakie projekty realizuje Młyńskie Koło?", asks("attribute", "kolo", attributes="project")),
    (
        "jak skontaktować się z Bursztynowym Sterem",
        asks("attribute", "ster", attributes="email phone website address"),
    ),
    ("kontakt Młyńskie Koło", asks("attribute", "kolo", attributes="email phone website address")),
    (
        "how can I contact Copper Lantern?",
        asks("attribute", "lantern", attributes="email phone website address"),
    ),
    (
        "In which round was Copper Lantern awarded KKK?",
        asks("attribute", "lantern", attributes="status", status="KKK", aspect="round"),
    ),
    (
        "Kiedy Bursztynowy Ster uzyskał status KKK?",
        asks("attribute", "ster", attributes="status", status="KKK", aspect="since"),
    ),
    (
        "Kiedy wygasa status Bursztynowego Steru?",
        asks("attribute", "ster", attributes="status", status="*", aspect="until"),
    ),
    (
        "until when is Copper Lantern a National Key Cluster",
        asks("attribute", "lantern", attributes="status", status="KKK", aspect="until"),
    ),
    (
        "How long does Copper Lantern hold the KKK status?",
        asks("attribute", "lantern", attributes="status", status="KKK", aspect="until"),
    ),
    ("Czy Bursztynowy Ster ma stronę internetową?", asks("attribute", "ster", attributes="website")),
    (
        "Kto koordynuje Bursztynowy Ster i Młyńskie Koło?",
        asks("attribute", "ster", "kolo", attributes="coordinator"),
    ),
    (
        "telefon do laboratorium klastra Bursztynowy Ster",
        asks("attribute", "ster", attributes="phone", unread=("laboratorium",)),
    ),
    ("Śląski Klaster Szkła telefon", asks("attribute", "szklo", attributes="phone")),
    ("Kto koordynuje klaster LifeCare Kraków?", asks("attribute", "lifecare", attributes="coordinator")),
    (
        "Kto jest menedżerem klastra Bursztynowy Ster i jaki ma telefon?",
        asks("attribute", "ster", attributes="phone person", role="manager"),
    ),
    (
        "Podaj kontakt i adres Młyńskiego Koła",
        asks("attribute", "kolo", attributes="email phone website address"),
    ),
    ("mail mlynskie kolo", asks("attribute", "kolo", attributes="email")),
    ("Na jaki numer zadzwonić do Bursztynowego Steru?", asks("attribute", "ster", attributes="phone")),
    (
        "How do I get in touch with Copper Lantern?",
        asks("attribute", "lantern", attributes="email phone website address"),
    ),
    ("Which city is Copper Lantern in?", asks("attribute", "lantern", attributes="place")),
    ("Jaka firma koordynuje Młyńskie Koło?", asks("attribute", "kolo", attributes="coordinator")),
    ("Jaki podmiot reprezentuje Bursztynowy Ster?", asks("attribute", "ster", attributes="representative")),
    (
        "What organisation represents Copper Lantern?",
        asks("attribute", "lantern", attributes="representative", unread=("organisation",)),
    ),
    (
        "Kto jest liderem klastra Młyńskie Koło?",
        asks("attribute", "kolo", attributes="person", role="leader"),
    ),
    (
        "Jak nazywa się prezes Bursztynowego Steru?",
        asks("attribute", "ster", attributes="person", role="president"),
    ),
    (
        "What is the name of the coordinator of Copper Lantern?",
        asks("attribute", "lantern", attributes="coordinator"),
    ),
    ("W jakiej branży działa Bursztynowy Ster?", asks("attribute", "ster", attributes="sector")),
    ("How big is Copper Lantern?", asks("attribute", "lantern", attributes="members")),
    ("Liczba członków Młyńskie Koło", asks("attribute", "kolo", attributes="members")),
    (
        "Ilu członków ma klaster Bursztynowy Ster, a ilu Młyńskie Koło?",
        asks("attribute", "ster", "kolo", attributes="members"),
    ),
    ("Copper Lantern founding year", asks("attribute", "lantern", attributes="founded")),
    ("Jak długo działa Młyńskie Koło?", asks("attribute", "kolo", attributes="founded")),
    ("Opowiedz mi o klastrze Młyńskie Koło", asks("attribute", "kolo", attributes=PROFILE)),
    ("Co wiadomo o Copper Lantern?", asks("attribute", "lantern", attributes=PROFILE)),
    (
        "Kiedy kończy się status Copper Lantern?",
        asks("attribute", "lantern", attributes="status", status="*", aspect="until"),
    ),
    (
        "When does Copper Lantern's status expire?",
        asks("attribute", "lantern", attributes="status", status="*", aspect="until"),
    ),
    (
        "Kiedy Młyńskie Koło straci status KKK?",
        asks("attribute", "kolo", attributes="status", status="KKK", aspect="until"),
    ),
    ("Status Młyńskie Koło", asks("attribute", "kolo", attributes="status", status="*")),
    ("Bursztynowy Ster KKK", asks("attribute", "ster", attributes="status", status="KKK")),
    (
        "Bursztynowy Ster kkk do kiedy",
        asks("attribute", "ster", attributes="status", status="KKK", aspect="until"),
    ),
    ("Jaką misję ma Młyńskie Koło?", asks("attribute", "kolo", attributes="mission")),
    (
        "Kto był pierwszym prezesem Młyńskiego Koła?",
        asks("attribute", "kolo", attributes="person", unread=("pierwszym",), role="president", ever=True),
    ),
    (
        "Kto reprezentuje Bursztynowy Ster i do kiedy ma on status KKK?",
        asks("attribute", "ster", attributes="representative status", status="KKK", aspect="until"),
    ),
    (
        "Podaj nazwę koordynatora i datę ważności statusu Młyńskiego Koła",
        asks("attribute", "kolo", attributes="coordinator status", status="*", aspect="until"),
    ),
    (
        "Who is the representative of Copper Lantern and what is the email?",
        asks("attribute", "lantern", attributes="representative email"),
    ),
    (
        "Do jakiej daty ważny jest status KKK klastra Bursztynowy Ster?",
        asks("attribute", "ster", attributes="status", status="KKK", aspect="until"),
    ),
    (
        "What is the expiry date of Copper Lantern's KKK status?",
        asks("attribute", "lantern", attributes="status", status="KKK", aspect="until"),
    ),
    (
        "Z której rundy jest status Bursztynowego Steru?",
        asks("attribute", "ster", attributes="status", status="*", aspect="round"),
    ),
    ("Jaki status ma Bursztynowy Ster?", asks("attribute", "ster", attributes="status", status="*")),
    ("What status does Copper Lantern hold?", asks("attribute", "lantern", attributes="status", status="*")),
    ("W jakim mieście jest Młyńskie Koło?", asks("attribute", "kolo", attributes="place")),
    ("W jakim kraju działa Copper Lantern?", asks("attribute", "lantern", attributes="country")),
    ("In what country is Copper Lantern?", asks("attribute", "lantern", attributes="country")),
    (
        "Jaka jest siedziba klastra Bursztynowy Ster?",
        asks("attribute", "ster", attributes="place address region"),
    ),
    ("Copper Lantern address", asks("attribute", "lantern", attributes="address")),
    ("Ile przedsiębiorstw skupia Młyńskie Koło?", asks("attribute", "kolo", attributes="members")),
    ("Ile podmiotów liczy Bursztynowy Ster?", asks("attribute", "ster", attributes="members")),
    ("What is the number of members of Copper Lantern?", asks("attribute", "lantern", attributes="members")),
    ("Czym zajmuje się klaster Bursztynowy Ster?", asks("attribute", "ster", attributes="sector")),
    ("Co robi Młyńskie Koło?", asks("attribute", "kolo", attributes="sector")),
    ("Jaka jest specjalizacja Bursztynowego Steru?", asks("attribute", "ster", attributes="sector")),
    ("Jaki cel ma klaster Młyńskie Koło?", asks("attribute", "kolo", attributes="mission")),
    ("Kto jest partnerem Młyńskiego Koła?", asks("attribute", "kolo", attributes="partner")),
    (
        "Which organisations does Copper Lantern cooperate with?",
        asks("attribute", "lantern", attributes="partner"),
    ),
    (
        "W czym specjalizują się Bursztynowy Ster i Młyńskie Koło?",
        asks("attribute", "ster", "kolo", attributes="sector"),
    ),
    ("Does Copper Lantern have a website?", asks("attribute", "lantern", attributes="website")),
    # "Now" asks for no status; whoever is in charge.
    ("Kto teraz prowadzi Bursztynowy Ster?", asks("attribute", "ster", attributes="coordinator person")),
    ("Who runs Copper Lantern now?", asks("attribute", "lantern", attributes="coordinator person")),
    ("Kto stoi za klastrem Młyńskie Koło?", asks("attribute", "kolo", attributes="coordinator person")),
    ("Who currently leads Copper Lantern?", asks("attribute", "lantern", attributes="person")),
    ("aktualny prezes Bursztynowego Steru", asks("attribute", "ster", attributes="person", role="president")),
    # A common word that a cluster is called by.
    ("kto koordynuje przystań", asks("attribute", "harbour", attributes="coordinator")),
    ("telefon do przystani", asks("attribute", "harbour", attributes="phone")),
    ("Przystań - ilu ma członków?", asks("attribute", "harbour", attributes="members")),
    (
        "do kiedy przystań ma KKK",
        asks("attribute", "harbour", attributes="status", status="KKK", aspect="until"),
    ),
    ("gdzie ma siedzibę przystań", asks("attribute", "harbour", attributes="place address region")),
    # Whether and when a status was taken away, its status tells.
    (
        "Czy Młyńskiemu Kołu cofnięto status KKK?",
        asks("attribute", "kolo", attributes="status", status="KKK"),
    ),
    (
        "ważność KKK Bursztynowy Ster",
        asks("attribute", "ster", attributes="status", status="KKK", aspect="until"),
    ),
    ("Jak liczny jest Bursztynowy Ster?", asks("attribute", "ster", attributes="members")),
    (
        "Kiedy podpisano dokument założycielski klastra Bursztynowy Ster?",
        asks("attribute", "ster", attributes="founded"),
    ),
]

YES_NO: list[tuple[str, Request]] = [
    (
        "Czy Bursztynowy Ster ma status KKK w dniu 1 czerwca 2025?",
        asks("yes_no", "ster", status="KKK", valid_on="2025-06-01", dated=True),
    ),
    ("Is Copper Lantern in Silesia?", asks("yes_no", "lantern", regions="slaskie")),
    ("Does Copper Lantern have more than 100 members?", asks("yes_no", "lantern", members=("more", 100))),
    ("Does Copper Lantern hold KKK status?", asks("yes_no", "lantern", status="KKK")),
    ("Czy Młyńskie Koło jest Krajowym Klastrem Kluczowym?", asks("yes_no", "kolo", status="KKK")),
    ("Czy Młyńskie Koło nadal ma status KKK?", asks("yes_no", "kolo", status="KKK", valid_on="2026-11-22")),
    ("czy bursztynowy ster jest w krakowie", asks("yes_no", "ster", towns="krakow")),
    (
        "Czy koordynatorem Młyńskiego Koła jest Politechnika Krakowska?",
        asks("yes_no", "kolo", attributes="coordinator", value="Politechnika Krakowska"),
    ),
    (
        "Is Copper Lantern coordinated by the Lantern Foundation?",
        asks("yes_no", "lantern", attributes="coordinator", value="Lantern Foundation"),
    ),
    ("Czy Bursztynowy Ster powstał w 2006 roku?", asks("yes_no", "ster", founded="2006")),
    ("Is LifeCare Kraków a key cluster?", asks("yes_no", "lifecare", status="KKK")),
    (
        "Czy Młyńskie Koło miało status KKK w 2022 roku?",
        asks("yes_no", "kolo", status="KKK", valid_during="2022", dated=True),
    ),
    (
        "Was Copper Lantern a National Key Cluster in March 2024?",
        asks("yes_no", "lantern", status="KKK", valid_during="2024-03", dated=True),
    ),
    (
        "Czy status KKK Młyńskiego Koła jest jeszcze ważny?",
        asks("yes_no", "kolo", status="KKK", valid_on="2026-11-22"),
    ),
    (
        "Has Copper Lantern's KKK status expired?",
        asks("yes_no", "lantern", status="KKK", ended_by="2026-11-22"),
    ),
    (
        "Is the KKK status of Copper Lantern still valid?",
        asks("yes_no", "lantern", status="KKK", valid_on="2026-11-22"),
    ),
    ("Czy status Bursztynowego Steru wygasł?", asks("yes_no", "ster", status="*", ended_by="2026-11-22")),
    ("Czy Bursztynowy Ster działa w branży jachtowej?", asks("yes_no", "ster", sectors="maritime")),
    ("Czy Młyńskie Koło i Bursztynowy Ster mają status KKK?", asks("yes_no", "kolo", "ster", status="KKK")),
    (
        "Czy Fundacja Jantarowa koordynuje Bursztynowy Ster?",
        asks("yes_no", "ster", attributes="coordinator", value="Fundacja Jantarowa"),
    ),
    (
        "Is Edwin Marlow the director of Copper Lantern?",
        asks("yes_no", "lantern", attributes="person", value="Edwin Marlow", role="director"),
    ),
    (
        "Czy prezesem Bursztynowego Steru jest Halina Wodnicka?",
        asks("yes_no", "ster", attributes="person", value="Halina Wodnicka", role="president"),
    ),
    ("Czy Bursztynowy Ster miał kiedykolwiek status KKK?", asks("yes_no", "ster", status="KKK", ever=True)),
    (
        "Czy Bursztynowy Ster to Krajowy Klaster Kluczowy z VI rundy?",
        asks("yes_no", "ster", status="KKK", round="VI"),
    ),
]

COMPARISONS: list[tuple[str, Request]] = [
    ("porównaj Bursztynowy Ster i Młyńskie Koło", asks("comparison", "ster", "kolo", attributes=())),
    (
        "który klaster jest większy, Bursztynowy Ster czy Młyńskie Koło?",
        asks("comparison", "ster", "kolo", attributes="members"),
    ),
    ("Bursztynowy Ster czy Młyńskie Koło?", asks("comparison", "ster", "kolo", attributes=())),
    (
        "czym różni się Bursztynowy Ster od Młyńskiego Koła",
        asks("comparison", "ster", "kolo", attributes=()),
    ),
    (
        "difference between Copper Lantern and Bursztynowy Ster",
        asks("comparison", "lantern", "ster", attributes=()),
    ),
    (
        "which is older, Copper Lantern or Bursztynowy Ster?",
        asks("comparison", "lantern", "ster", attributes="founded"),
    ),
    (
        "Który dłużej ma status, Bursztynowy Ster czy Copper Lantern?",
        asks("comparison", "ster", "lantern", attributes="status", status="*"),
    ),
    ("Copper Lantern vs Młyńskie Koło", asks("comparison", "lantern", "kolo", attributes=())),
    (
        "Compare the number of members of Copper Lantern and Bursztynowy Ster",
        asks("comparison", "lantern", "ster", attributes="members"),
    ),
    (
        "Kto ma więcej członków: Bursztynowy Ster czy Młyńskie Koło?",
        asks("comparison", "ster", "kolo", attributes="members"),
    ),
    (
        "Czy Bursztynowy Ster ma więcej członków niż Młyńskie Koło?",
        asks("comparison", "ster", "kolo", attributes="members"),
    ),
    (
        "Is Copper Lantern bigger than Bursztynowy Ster?",
        asks("comparison", "lantern", "ster", attributes="members"),
    ),
    (
        "Czy Bursztynowy Ster powstał wcześniej niż Młyńskie Koło?",
        asks("comparison", "ster", "kolo", attributes="founded"),
    ),
    (
        "Który klaster powstał wcześniej, Bursztynowy Ster czy Młyńskie Koło?",
        asks("comparison", "ster", "kolo", attributes="founded"),
    ),
    (
        "Compare the coordinators and founding years of Copper Lantern and Młyńskie Koło",
        asks("comparison", "lantern", "kolo", attributes="coordinator founded"),
    ),
    (
        "Porównaj liczbę członków i lata założenia Bursztynowego Steru i Młyńskiego Koła",
        asks("comparison", "ster", "kolo", attributes="founded members"),
    ),
    (
        "Which of the two was founded earlier: Copper Lantern or Bursztynowy Ster?",
        asks("comparison", "lantern", "ster", attributes="founded"),
    ),
    (
        "Who has more members, Bursztynowy Ster or Miedziana Latarnia?",
        asks("comparison", "ster", "lantern", attributes="members"),
    ),
]
