"""Settings: read once, and none taken that is not known."""

from pathlib import Path

import pytest

from documents.limits import Limits
from web.settings import SettingError, Settings, read_settings


def test_without_any_the_library_lives_where_the_users_programs_keep_their_data() -> None:
    settings = read_settings({"XDG_DATA_HOME": "/data", "LOCALAPPDATA": "/data"})

    assert settings.home.name.lower() == "klastrownik"
    assert settings == Settings(home=settings.home, models=settings.home / "models")


def test_what_is_set_holds() -> None:
    settings = read_settings(
        {
            "KLASTROWNIK_HOME": "/srv/library",
            "KLASTROWNIK_MODELS": "/srv/models",
            "KLASTROWNIK_HOST": "0.0.0.0",  # noqa: S104 - only compared
            "KLASTROWNIK_PORT": "8080",
            "KLASTROWNIK_MODEL": "intfloat/multilingual-e5-small",
            "KLASTROWNIK_FILE_MB": "50",
            "KLASTROWNIK_THREADS": "2",
            "KLASTROWNIK_READ_SECONDS": "60",
            "KLASTROWNIK_UNPACKED_MB": "100",
            "KLASTROWNIK_OCR": "off",
            "PATH": "/bin",
        }
    )

    assert settings == Settings(
        home=Path("/srv/library"),
        models=Path("/srv/models"),
        host="0.0.0.0",  # noqa: S104
        port=8080,
        model="intfloat/multilingual-e5-small",
        file_mb=50,
        threads=2,
        reading=Limits(seconds=60, unpacked_mb=100, ocr="off"),
    )


def test_the_command_line_says_where_the_home_is_before_the_environment_does() -> None:
    settings = read_settings({"KLASTROWNIK_HOME": "/srv/library"}, home=Path("/other"))

    assert settings.home == Path("/other")
    assert settings.models == Path("/other/models")


def test_ocr_is_used_where_it_is_installed_unless_it_is_turned_off() -> None:
    assert read_settings({}, home=Path("/h")).reading.ocr == "auto"
    with pytest.raises(SettingError, match="KLASTROWNIK_OCR: 'on' is none of auto, off"):
        read_settings({"KLASTROWNIK_OCR": "on"}, home=Path("/h"))


def test_an_empty_value_is_as_if_not_set() -> None:
    assert read_settings({"KLASTROWNIK_PORT": "", "KLASTROWNIK_MODEL": ""}, home=Path("/h")).port == 8000


def test_an_unknown_name_is_refused_by_name() -> None:
    with pytest.raises(
        SettingError, match=r"KLASTROWNIK_PROT is not a setting; there are .*KLASTROWNIK_PORT"
    ):
        read_settings({"KLASTROWNIK_PROT": "1"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "٣"),
        ("FILE_MB", "0"),
        ("THREADS", "2.5"),
    ],
)
def test_a_bad_value_is_refused_by_name_with_what_is_allowed(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=rf"KLASTROWNIK_{name}: .* is not a whole number from"):
        read_settings({f"KLASTROWNIK_{name}": value})


# A provider of identities

PROVIDER = {"KLASTROWNIK_OIDC_ISSUER": "https://id.example/realm", "KLASTROWNIK_OIDC_CLIENT": "us"}


def test_a_provider_is_trusted_as_it_is_set(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hush\n")
    given = {
        **PROVIDER,
        "KLASTROWNIK_OIDC_SECRET_FILE": str(tmp_path / "secret"),
        "KLASTROWNIK_OIDC_ROLE_CLAIM": "groups",
        "KLASTROWNIK_OIDC_ROLES": "editors=staff, owners=administrator",
    }
    trust = read_settings(given).openid

    assert trust is not None
    assert (trust.issuer, trust.secret) == ("https://id.example/realm", "hush")
    assert trust.roles == {"editors": "staff", "owners": "administrator"}
    assert read_settings({}).openid is None


@pytest.mark.parametrize(
    "given",
    [
        {"KLASTROWNIK_OIDC_CLIENT": "us"},
        {"KLASTROWNIK_OIDC_ISSUER": "https://id.example"},
        PROVIDER | {"KLASTROWNIK_OIDC_ISSUER": "http://id.example"},
        PROVIDER | {"KLASTROWNIK_OIDC_ISSUER": "ldap"},
        PROVIDER | {"KLASTROWNIK_OIDC_ROLES": "editors=staff"},
        PROVIDER | {"KLASTROWNIK_OIDC_ROLES": "editors=king", "KLASTROWNIK_OIDC_ROLE_CLAIM": "x"},
        PROVIDER | {"KLASTROWNIK_OIDC_SECRET_FILE": "/no/such/file"},
        PROVIDER | {"KLASTROWNIK_OIDC_SECRET": "x", "KLASTROWNIK_OIDC_SECRET_FILE": __file__},
        PROVIDER | {"KLASTROWNIK_OIDC_OTHERS": "refused"},
        {"KLASTROWNIK_ADDRESS": "klastry.example"},
        {"KLASTROWNIK_ADDRESS": "https://klastry.example/deep"},
        {"KLASTROWNIK_ASK_RATE": "60"},
        {"KLASTROWNIK_ASK_RATE": "0/minute"},
        {"KLASTROWNIK_PROXIES": "proxy.example"},
    ],
    ids=str,
)
def test_half_a_provider_and_odd_addresses_and_rates_are_refused(given: dict[str, str]) -> None:
    with pytest.raises(SettingError, match="KLASTROWNIK_"):
        read_settings(given)


def test_proxies_are_addresses_and_networks() -> None:
    assert read_settings({"KLASTROWNIK_PROXIES": "10.0.0.0/8, ::1"}).proxies == ("10.0.0.0/8", "::1")
    assert read_settings({"KLASTROWNIK_PROXIES": "none"}).proxies == ()
