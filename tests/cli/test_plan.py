"""`plan`, `status`, `link set`, `checklist`: the rest of an hour at the desk."""

import pytest

from tests.warnings import AIRPORT_CLOSED, NO_ROADS

AS_OF = ("--as-of", "2025-11-08")


def add(evacplan, text, issuer="FRA", issued="2025-11-07"):
    assert evacplan("advisory", "add", "-", "--issuer", issuer, "--issued", issued, "--yes", stdin=text).code in (0, 5)


def test_same_inputs_give_the_same_bytes(evacplan):
    add(evacplan, NO_ROADS)
    first = evacplan("plan", "update", *AS_OF, "--json", code=0)
    again = evacplan("plan", "update", *AS_OF, "--json", code=0)
    assert first.out == again.out
    assert "no new version stored" in again.err
    seeds = [evacplan.process("plan", "update", *AS_OF, "--json", PYTHONHASHSEED=seed, code=0) for seed in ("1", "2")]
    assert {ran.out for ran in seeds} == {first.out}
    assert len(evacplan("plan", "list", "--json").json["plans"]) == 1


def test_a_closing_shows_which_towns_get_another_answer_and_why(evacplan):
    add(evacplan, NO_ROADS)
    evacplan("plan", "update", *AS_OF, code=0)
    add(evacplan, AIRPORT_CLOSED, issuer="USA", issued="2025-11-09")
    made = evacplan("plan", "update", "--as-of", "2025-11-10", "--json", code=0).json
    assert (made["plan"], made["previous"]) == ("P-0002", "P-0001")
    change = next(item for item in made["changes"] if item["town"] == "bamako")
    assert (change["before"], change["after"]) == ("fly", "stay")
    closing = evacplan("advisory", "show", "A-000002", "--json").json["directives"][0]["id"]
    assert closing in change["because"]


def test_a_diff_gives_the_causes_known_when_the_plan_was_made(evacplan):
    add(evacplan, NO_ROADS)
    evacplan("plan", "update", *AS_OF, code=0)
    add(evacplan, AIRPORT_CLOSED, issuer="USA", issued="2025-11-09")
    evacplan("plan", "update", "--as-of", "2025-11-10", code=0)
    first = evacplan("plan", "diff", "--json").json
    add(evacplan, AIRPORT_CLOSED, issuer="GBR", issued="2025-11-09")
    assert evacplan("plan", "diff", "--json").json == first


def test_diff_is_silent_when_nothing_changed(evacplan):
    evacplan("plan", "update", *AS_OF)
    evacplan("plan", "update", "--as-of", "2025-11-09")
    ran = evacplan("plan", "diff", code=0)
    assert ran.out.strip() == "P-0002 against P-0001: no town's answer changed."


def test_a_plan_can_be_shown_again_as_it_was(evacplan):
    made = evacplan("plan", "update", *AS_OF, "--json").json
    shown = evacplan("plan", "show", "P-0001", "--json").json
    assert shown["towns"] == made["towns"]
    assert len(shown["towns"]) >= 120


def test_an_unknown_plan_is_refused(evacplan):
    evacplan("plan", "show", code=4)
    evacplan("plan", "update")
    assert "P-0001" in evacplan("plan", "show", "P-0009", code=4).err


def test_a_persons_fact_is_shown_as_such(evacplan):
    words = ("link", "set", "Ségou-Bla", "blocked", "--reason", "bridge down, seen by R. Sample", *AS_OF)
    evacplan(*words, "--by", "R. Sample", code=0)
    shown = " ".join(evacplan("status", "segou-bla", "--as-of", "2025-11-09").out.split())
    assert "bridge down, seen by R. Sample" in shown
    assert "set by R. Sample, 2025-11-08" in shown


@pytest.mark.parametrize(
    ("more", "said"), [(["--until", "2025-11-10"], "jusqu'au 2025-11-10"), ([], "jusqu'à nouvel ordre")]
)
def test_in_french_a_fact_holds_until_a_day_or_further_notice(evacplan, more, said):
    ran = evacplan("airport", "set", "BKO", "closed", "--reason", "tirs", *more, *AS_OF, "--lang", "fr", code=0)
    assert said in ran.out


def test_a_persons_fact_ends_by_itself(evacplan):
    evacplan("airport", "set", "BKO", "closed", "--reason", "heard shots", "--until", "2025-11-10", *AS_OF, code=0)

    def state(day):
        airports = evacplan("status", "--json", "--as-of", day).json["airports"]
        return next(item["status"] for item in airports if item["iata"] == "BKO")

    assert [state(f"2025-11-{day}") for day in ("07", "09", "10", "11")] == ["open", "closed", "closed", "open"]


def test_a_persons_opening_needs_a_confirmation_and_a_reason(evacplan):
    assert "--accept-openings" in evacplan("airport", "set", "BKO", "open", "--reason", "I saw it", code=4).err
    evacplan("airport", "set", "BKO", "open", "--reason", " ", "--accept-openings", code=4)
    evacplan("airport", "set", "BKO", "open", "--reason", "I saw it", "--accept-openings", code=0)


@pytest.mark.parametrize("form", ["text", "md"])
def test_the_sheet_leaves_the_meeting_point_blank_and_expires(evacplan, form):
    ran = evacplan("checklist", "Gao", "--format", form, *AS_OF, code=0)
    assert "Meeting point: ____" in ran.out.replace("\\", "")
    assert "Expired after 2025-11-09 11:59 UTC" in ran.out


def test_the_sheet_names_a_plan_only_if_it_says_the_same(evacplan):
    evacplan("plan", "update", *AS_OF, code=0)
    assert evacplan("checklist", "Gao", *AS_OF, "--json").json["plan"] == "P-0001"
    add(evacplan, AIRPORT_CLOSED)
    assert evacplan("checklist", "Gao", *AS_OF, "--json").json["plan"] is None


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_sheet_says_the_curfew_that_binds_its_readers(evacplan, lang):
    add(evacplan, "A curfew is in force in Gao from 21:00 to 06:00.\n")
    assert "21:00–06:00" in evacplan("checklist", "Gao", "--lang", lang, *AS_OF, code=0).out


def test_the_sheet_for_staying_has_no_way_and_no_road_lines(evacplan):
    add(evacplan, NO_ROADS)
    ran = evacplan("checklist", "Sikasso", *AS_OF, code=3)
    assert "Stay where you are" in ran.out
    assert "checkpoint" not in ran.out


def test_the_sheet_is_written_whole_to_a_file_only_the_user_can_read(evacplan):
    target = evacplan.folder / "gao.txt"
    evacplan("checklist", "Gao", "--lang", "both", "-o", target, *AS_OF, code=0)
    assert target.stat().st_mode & 0o777 == 0o600
    text = target.read_text(encoding="utf-8")
    assert "QUE FAIRE" in text
    assert "WHAT TO DO" in text


def test_status_names_the_sentence_that_closed_a_road(evacplan):
    add(evacplan, NO_ROADS)
    status = evacplan("status", "--json", *AS_OF).json
    link = next(item for item in status["links"] if item["id"] == "road:fana-segou" or item["id"] == "road:bla-san")
    assert link["status"] == "blocked"
    assert link["causes"][0]["quote"] in NO_ROADS


def test_init_makes_a_store_once(evacplan):
    assert "Store ready" in evacplan("init", code=0).out
    evacplan("plan", "update")
    assert "already there" in evacplan("init", code=0).out


def test_the_demonstration_runs(evacplan):
    ran = evacplan("demo", store=False, code=0)
    assert "evacplan route Gao" in ran.out
    assert "P-0002 against P-0001" in ran.out
    assert "internal error" not in ran.out + ran.err


def test_a_sheet_that_is_written_nowhere_stands_in_the_json(evacplan):
    made = evacplan("checklist", "Gao", "--lang", "both", "--json", *AS_OF, code=0).json
    assert made["sheets"] == 2
    assert made["texts"][0].startswith("QUE FAIRE")
    target = evacplan.folder / "gao.txt"
    written = evacplan("checklist", "Gao", "--json", "-o", target, *AS_OF, code=0).json
    assert written["files"] == [str(target)]
    assert "texts" not in written


@pytest.mark.parametrize("words", [["plan", "update"], ["review", "--undo"], ["init"]])
def test_a_command_that_writes_does_not_look_back(evacplan, words):
    assert "--known-at" in evacplan(*words, "--known-at", "2025-11-08", code=4).err
    assert not evacplan.store.exists()


def test_roads_that_nobody_speaks_of_are_named(evacplan):
    warnings = evacplan("route", "Sikasso", "--json", *AS_OF).json["warnings"]
    assert any("nobody in force says anything about" in warning for warning in warnings)


def test_easing_what_is_blocked_needs_a_confirmation_too(evacplan):
    cut = ("link", "set", "segou-bla", "blocked", "--reason", "bridge down", *AS_OF)
    evacplan(*cut, code=0)
    ease = ("link", "set", "segou-bla", "avoid", "--reason", "a ford was found", "--as-of", "2025-11-09")
    assert "level 4, now" in evacplan(*ease, code=4).err
    evacplan(*ease, "--accept-openings", code=0)


def test_the_sheet_quotes_what_governments_tell_their_citizens(evacplan):
    add(evacplan, NO_ROADS)
    text = " ".join(evacplan("checklist", "Gao", *AS_OF).out.split())
    assert "FRA 2025-11-07: «Les ressortissants français sont invités à quitter le Mali" in text


def test_the_sheet_of_a_sheltered_town_says_to_stay_inside(evacplan):
    add(evacplan, "Shelter in place in Gao until further notice.\n", issuer="USA")
    assert "Stay inside until the order to shelter ends" in evacplan("checklist", "Gao", *AS_OF, code=3).out
    assert "Stay inside" not in evacplan("checklist", "Kayes", *AS_OF).out
