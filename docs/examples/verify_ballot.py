#!/usr/bin/env python3
"""Counts a published ballot of Minyi anew, and says whether its certificate is true.

    python3 verify_ballot.py FILE.ndjson [FILE.ndjson …] [--receipt CODE]

The counting was written from docs/verify-a-ballot.md alone, by somebody who had not seen the programs of Minyi;
what was added afterwards (shape of the header, area without heads, receipts as they are typed) is what that
document had left out. The numbers behind § are its sections. The program needs Python 3.8 or later and nothing else, opens no network
connection and writes no file. There is no fraction and no rounding in it: every number is a whole number.

Ends with 0 when everything holds, 1 with findings, 2 when a file cannot be read or is no ballot file at all.
"""

import datetime
import hashlib
import json
import re
import sys

# ---------------------------------------------------------------------------------------------------------
# §1 The file
# ---------------------------------------------------------------------------------------------------------

CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.:-]{0,63}\Z", re.ASCII)
OPTION = re.compile(r"[A-Za-z][0-9A-Za-z_-]{0,63}\Z", re.ASCII)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", re.ASCII)
INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-2][0-9]:[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?Z\Z", re.ASCII)
TRACKER = re.compile(r"[0-9a-f]{32}\Z", re.ASCII)
RECEIPT = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}\Z", re.ASCII)
BASES = ("heads", "area", "households", "members", "present")
MOTIONS = ("yesNo", "consent")
METHODS = MOTIONS + ("chooseOne", "chooseUpTo", "score", "ranked")
LARGEST = 2**53 - 1
SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


class Unreadable(Exception):
    """The file cannot be opened, or is no ballot file."""


class Unfit(Exception):
    """A line is so far from the document that nothing can be counted."""


def canonical(value):
    """The one way to write a value (RFC 8785), as text."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + "".join(SHORT.get(c) or ("\\u%04x" % ord(c) if c < " " else c) for c in value) + '"'
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"


def read_line(text):
    """One line as an object; raises ValueError with the reason when it is not what §1 says."""

    def whole(digits):
        if len(digits) > 17 or abs(int(digits)) > LARGEST:
            raise ValueError("a number is too large: " + digits[:40])
        return int(digits)

    def no_number(digits):
        raise ValueError("not a whole number: " + digits[:40])

    def members_once(pairs):
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError("a member is there twice")
        return found

    try:
        value = json.loads(
            text, parse_int=whole, parse_float=no_number, parse_constant=no_number, object_pairs_hook=members_once
        )
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(value, dict):
        raise ValueError("not an object")
    if canonical(value) != text:
        raise ValueError("not in canonical form")
    return value


def read_lines(data):
    """All lines: [(bytes without LF, object)]."""
    if data.startswith(b"\xef\xbb\xbf"):
        raise Unfit("line 1: begins with a byte order mark")
    if not data.endswith(b"\n"):
        raise Unfit("the last line does not end in LF")
    lines = []
    for number, raw in enumerate(data[:-1].split(b"\n"), 1):
        try:
            lines.append((raw, read_line(raw.decode("utf-8"))))
        except ValueError as reason:  # (a JSON error and a UTF-8 error are ValueErrors too)
            raise Unfit("line %d: %s" % (number, reason)) from None
    return lines


def is_code(value):
    return isinstance(value, str) and CODE.match(value) is not None


def is_number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_date(value):
    if not isinstance(value, str) or DATE.match(value) is None:
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_instant(value):
    found = INSTANT.match(value) if isinstance(value, str) else None
    return found is not None and is_date(found.group(1))


def is_bilingual(value):
    return isinstance(value, dict) and set(value) == {"en", "zh"} and all(isinstance(text, str) for text in value.values())


def is_weights(value):
    return isinstance(value, dict) and all(
        base in BASES and is_number(weight) and weight >= 0 for base, weight in value.items()
    )


def require(holds, what):
    if not holds:
        raise Unfit(what)


def members(line, where, needed, optional=()):
    """The line has exactly the members the document names."""
    for name in needed:
        require(name in line, "%s: no member %s" % (where, name))
    for name in line:
        require(name in needed or name in optional, "%s: unknown member %s" % (where, name))


class Ballot:
    """The lines of a file by kind, after their shape was checked."""

    def __init__(self, data):
        lines = read_lines(data)
        require(len(lines) >= 2, "a header and a certificate are needed")
        self.header = lines[0][1]
        self.changes, self.entries, self.papers = [], [], []  # of papers: (bytes, object)
        self.change_bytes = []
        check_header(self.header)
        stage = 0  # the kinds come in this order: changes, entries, papers, certificate
        for number, (raw, line) in enumerate(lines[1:], 2):
            where, kind = "line %d" % number, line.get("t")
            kinds = ("change", "entry", "paper", "certificate")
            require(kind in kinds, "%s: unknown kind of line" % where)
            require(kinds.index(kind) >= stage, "%s: %s is out of order" % (where, kind))
            stage = kinds.index(kind)
            if kind == "change":
                check_change(line, where)
                self.changes.append(line)
                self.change_bytes.append(raw + b"\n")
            elif kind == "entry":
                check_entry(line, where)
                require(not self.entries or self.entries[-1]["entry"] < line["entry"], where + ": entries do not rise")
                self.entries.append(line)
            elif kind == "paper":
                check_paper(line, where, self.header)
                require(not self.papers or self.papers[-1][1]["id"] < line["id"], where + ": papers do not rise")
                self.papers.append((raw, line))
            else:
                require(number == len(lines), where + ": the certificate is not the last line")
                members(line, where, ("t", "certificate"))
                require(isinstance(line["certificate"], dict), where + ": the certificate is no object")
        require(stage == 3, "there is no certificate")
        self.certificate = lines[-1][1]["certificate"]
        self.counted = [paper for _, paper in self.papers if paper["state"] == "counted"]


def check_fraction(value, where):
    if value is None:
        return
    require(isinstance(value, dict), where + ": no fraction")
    members(value, where, ("numerator", "denominator", "inclusive"))
    fits = is_number(value["numerator"]) and is_number(value["denominator"]) and isinstance(value["inclusive"], bool)
    require(fits and 1 <= value["numerator"] <= value["denominator"] <= 10**6, where + ": not a fraction")


def check_question(question):
    method, options = question["method"], question.get("options")
    own = {"chooseUpTo": ("most", "seats"), "score": ("scale",), "ranked": ("ranking",)}.get(method, ())
    members(question, "question", ("method", "options") + own)
    require(isinstance(options, list), "question: options are no list")
    for option in options:
        require(isinstance(option, dict), "question: an option is no object")
        members(option, "question: option", ("id", "label"))
        require(is_bilingual(option["label"]), "question: label of an option")
        require(isinstance(option["id"], str) and OPTION.match(option["id"]) is not None, "question: id of an option")
    ids = option_ids(question)
    require(len(set(ids)) == len(ids), "question: an option is there twice")
    least, most = (0, 0) if method in MOTIONS else (2 if method in ("chooseOne", "ranked") else 1, 100)
    require(least <= len(ids) <= most, "question: %d options" % len(ids))
    if method == "chooseUpTo":
        for name in own:
            require(is_number(question[name]) and 1 <= question[name] <= len(ids), "question: " + name)
    if method == "score":
        scale = question["scale"]
        require(isinstance(scale, dict), "question: no scale")
        members(scale, "question: scale", ("min", "max"))
        require(is_number(scale["min"]) and is_number(scale["max"]), "question: scale")
        require(-1000 <= scale["min"] < scale["max"] <= 1000, "question: scale")
    if method == "ranked":
        require(question["ranking"] in ("schulze", "irv"), "question: unknown ranking")


def check_rule(rule, method):
    names = ("id", "version", "label", "status", "law", "validFrom", "validTo", "tests")
    for name in names + ("abstention", "void", "tie", "silence", "quorum"):
        require(name in rule, "rule: no member " + name)
    until = rule["validTo"]
    require(is_date(rule["validFrom"]) and (until is None or is_date(until)), "rule: validFrom or validTo")
    require(rule["abstention"] in ("counts_in_base", "not_counted"), "rule: abstention")
    require(rule["void"] in ("counts_in_base", "not_counted"), "rule: void")
    require(rule["silence"] in ("not_counted", "with_majority"), "rule: silence")
    require(rule["silence"] == "not_counted" or method == "yesNo", "rule: silence needs yesNo")
    require(rule["tie"] in ("fails", "vote_again", "chair_decides"), "rule: tie")
    require(rule["status"] in ("found", "unverified", "to_be_confirmed"), "rule: status")
    tests = rule["tests"]
    require(isinstance(tests, list), "rule: tests")
    for test in tests:
        require(isinstance(test, dict) and test.get("base") in BASES, "rule: a test without a base")
        where = "rule: test of " + test["base"]
        members(test, where, ("base", "turnout", "approval"))
        check_fraction(test["turnout"], where)
        check_fraction(test["approval"], where)
        require(test["turnout"] is not None or test["approval"] is not None, where + " tests nothing")
    tested = [test["base"] for test in tests]
    require(len(set(tested)) == len(tested), "rule: a base is tested twice")
    require(any(test["approval"] is not None for test in tests), "rule: no base asks for approval")
    if rule["quorum"] is not None:
        require(isinstance(rule["quorum"], dict), "rule: quorum")
        members(rule["quorum"], "rule: quorum", ("base", "atLeast"))
        require(rule["quorum"]["base"] in tested and is_number(rule["quorum"]["atLeast"]), "rule: quorum")


def check_header(header):
    names = ("format", "ballot", "title", "unit", "question", "rule", "secret", "openedAt", "closedAt")
    members(header, "header", names)
    require(header["format"] == "minyi-ballot/1", "header: format")
    require(isinstance(header["secret"], bool), "header: secret is neither true nor false")
    require(is_bilingual(header["title"]), "header: title")
    for name in ("openedAt", "closedAt"):
        require(is_instant(header[name]), "header: " + name)
    question, rule = header["question"], header["rule"]
    require(isinstance(question, dict) and isinstance(rule, dict), "header: question or rule is no object")
    require(question.get("method") in METHODS, "question: unknown method")
    check_question(question)
    check_rule(rule, question["method"])


def check_change(line, where):
    members(line, where, ("t", "n", "entry", "before", "after", "on", "reason"))
    require(is_number(line["n"]) and is_code(line["entry"]) and is_code(line["reason"]), where + ": not a change")
    require(is_date(line["on"]), where + ": not a date")
    for name in ("before", "after"):
        require(line[name] is None or is_weights(line[name]), "%s: %s are no weights" % (where, name))


def check_entry(line, where):
    members(line, where, ("t", "entry", "weights", "took"), ("reached",))
    require(is_code(line["entry"]) and is_weights(line["weights"]), where + ": not an entry")
    require(isinstance(line["took"], bool) and line.get("reached", True) is True, where + ": took or reached")


def check_paper(line, where, header):
    named = () if header["secret"] else ("entry",)
    members(line, where, ("t", "id", "choice", "tracker", "state") + named)
    require(all(is_code(line[name]) for name in ("id",) + named), where + ": not a code")
    require(isinstance(line["tracker"], str) and TRACKER.match(line["tracker"]) is not None, where + ": tracker")
    require(line["state"] in ("counted", "setAside", "withdrawn"), where + ": unknown state")
    if line["state"] == "counted" or line["choice"] is not None:
        require(may_say(header["question"], line["choice"]), where + ": the paper says what it must not")


# ---------------------------------------------------------------------------------------------------------
# §2 The roll
# ---------------------------------------------------------------------------------------------------------


def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def fingerprint(roll):
    """§2.1, of a roll {code: weights}."""
    rows = ({"entry": code, "t": "entry", "weights": roll[code]} for code in sorted(roll))
    return sha256(*((canonical(row) + "\n").encode() for row in rows)).hex()


def check_roll(ballot, findings):
    """Returns what the certificate must say under `rolls`."""
    require(len(ballot.entries) > 0, "nobody is on the roll")
    final = {line["entry"]: line["weights"] for line in ballot.entries}
    tested = [test["base"] for test in ballot.header["rule"]["tests"]]
    for code, weights in final.items():
        for base in tested:
            require(base in weights, "entry %s has no weight in %s" % (code, base))
    if ballot.header["secret"] and any(line["weights"] != ballot.entries[0]["weights"] for line in ballot.entries):
        raise Unfit("secret ballot: the entries do not all have the same weights")
    # §2.2 The changes make a chain for each entry, and the chain ends at the final roll.
    first, last = {}, {}
    for n, change in enumerate(ballot.changes, 1):
        code = change["entry"]
        if change["n"] != n:
            findings.append("change %d: its number is %d" % (n, change["n"]))
        if code in last and last[code] != change["before"]:
            findings.append("change %d: before is not what the change before left of %s" % (n, code))
        first.setdefault(code, change["before"])
        last[code] = change["after"]
    for code in sorted(last):
        if final.get(code) != last[code]:
            findings.append("entry %s: the final roll is not what the last change says" % code)
    # §2.3 Undo the changes: the first `before` of every entry that was changed.
    opening = dict(final)
    for code, before in first.items():
        if before is None:
            opening.pop(code, None)
        else:
            opening[code] = before
    return {
        "opening": fingerprint(opening),
        "final": fingerprint(final),
        "changes": sha256(*ballot.change_bytes).hex(),
        "entries": len(final),
    }


# ---------------------------------------------------------------------------------------------------------
# §3 The papers
# ---------------------------------------------------------------------------------------------------------


def option_ids(question):
    return [option["id"] for option in question["options"]]


def merkle_levels(leaves):
    """The tree from the leaves up to the root. A single node at the end of a level rises as it is: that is the
    same tree as splitting behind the largest power of two smaller than n."""
    levels = [leaves]
    while len(levels[-1]) > 1:
        level = levels[-1]
        above = [sha256(b"\x01", level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        levels.append(above + level[-1:] if len(level) % 2 else above)
    return levels


def merkle_root(leaves):
    return merkle_levels(leaves)[-1][0] if leaves else sha256()


def merkle_path(leaves, index):
    """§7: the digests from the leaf upwards."""
    path = []
    for level in merkle_levels(leaves)[:-1]:
        if index ^ 1 < len(level):
            path.append(level[index ^ 1])
        index //= 2
    return path


def path_leads_to(leaf, index, size, path):
    """§7: the root to which a path leads, or None."""
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return None
        if fn % 2 == 1 or fn == sn:
            r = sha256(b"\x01", p, r)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn // 2, sn // 2
        else:
            r = sha256(b"\x01", r, p)
        fn, sn = fn // 2, sn // 2
    return r if sn == 0 else None


def tracker_of(receipt):
    return sha256(b"minyi-tracker:", receipt.encode()).hex()[:32]


def check_papers(ballot, findings):
    """Who voted; returns what the certificate must say under `papers`."""
    took = {line["entry"] for line in ballot.entries if line["took"]}
    trackers, voters = set(), set()
    for _, paper in ballot.papers:
        if paper["tracker"] in trackers:
            findings.append("paper %s: its tracker is there twice" % paper["id"])
        trackers.add(paper["tracker"])
        if not ballot.header["secret"]:
            if paper["entry"] in voters:
                findings.append("paper %s: entry %s has two papers" % (paper["id"], paper["entry"]))
            voters.add(paper["entry"])
    if ballot.header["secret"]:
        if len(took) != len(ballot.counted):
            findings.append("%d entries took part, but %d papers are counted" % (len(took), len(ballot.counted)))
    else:
        final = {line["entry"] for line in ballot.entries}
        counted = {paper["entry"] for paper in ballot.counted}
        for code in sorted(counted - final):
            raise Unfit("a paper of %s is counted, which is not on the final roll" % code)
        for code in sorted(counted ^ took):
            findings.append("entry %s: took does not fit its papers" % code)
    leaves = [sha256(b"\x00", raw) for raw, _ in ballot.papers]
    return {"root": merkle_root(leaves).hex(), "count": len(leaves), "counted": len(ballot.counted)}


def may_say(question, choice):
    """The table of §3."""
    method, known = question["method"], set(option_ids(question))
    if not isinstance(choice, dict):
        return False
    if canonical(choice) == '{"void":true}':
        return True
    if method == "yesNo":
        return set(choice) == {"vote"} and choice["vote"] in ("yes", "no", "abstain")
    if method == "consent":
        if set(choice) == {"vote", "reason"}:
            return choice["vote"] == "object" and is_code(choice["reason"])
        return set(choice) == {"vote"} and choice["vote"] in ("consent", "object", "abstain")
    if method == "score":
        scores = choice.get("scores")
        low, high = question["scale"]["min"], question["scale"]["max"]
        return (
            set(choice) == {"scores"}
            and isinstance(scores, dict)
            and all(option in known and is_number(score) and low <= score <= high for option, score in scores.items())
        )
    if method == "ranked":
        order = choice.get("order")
        if set(choice) != {"order"} or not isinstance(order, list):
            return False
        if not all(isinstance(place, list) and len(place) > 0 for place in order):
            return False
        if question["ranking"] == "irv" and any(len(place) > 1 for place in order):
            return False
        named = [option for place in order for option in place]
    else:
        named = choice.get("options")
        if set(choice) != {"options"} or not isinstance(named, list):
            return False
        if len(named) > (1 if method == "chooseOne" else question["most"]):
            return False
    return all(isinstance(option, str) and option in known for option in named) and len(set(named)) == len(named)


# ---------------------------------------------------------------------------------------------------------
# §4 Adding up
# ---------------------------------------------------------------------------------------------------------


def side_of(choice):
    """void, abstain, no or yes."""
    if "void" in choice:
        return "void"
    if "vote" in choice:
        return {"yes": "yes", "consent": "yes", "no": "no", "object": "no", "abstain": "abstain"}[choice["vote"]]
    (said,) = choice.values()
    return "yes" if said else "abstain"


def weights_of(ballot):
    """[(choice, weights of the paper)] of all counted papers."""
    if ballot.header["secret"]:
        every = ballot.entries[0]["weights"]
        return [(paper["choice"], every) for paper in ballot.counted]
    roll = {line["entry"]: line["weights"] for line in ballot.entries}
    return [(paper["choice"], roll[paper["entry"]]) for paper in ballot.counted]


def tally(ballot, base):
    """Everything §4 says about one base."""
    question = ballot.header["question"]
    ids, method = option_ids(question), question["method"]
    counts = {"total": sum(line["weights"][base] for line in ballot.entries), "participating": 0}
    counts.update({"yes": 0, "no": 0, "abstain": 0, "void": 0})
    votes = {option: 0 for option in ids}
    points = {option: 0 for option in ids}
    said = []  # the papers in `yes`
    for choice, weights in weights_of(ballot):
        w = weights[base]
        side = side_of(choice)
        counts["participating"] += w
        counts[side] += w
        if side != "yes":
            continue
        said.append((choice, w))
        if method in ("chooseOne", "chooseUpTo"):
            for option in choice["options"]:
                votes[option] += w
        elif method == "ranked":
            for place in choice["order"]:
                for option in place:
                    votes[option] += w
        elif method == "score":
            low, high = question["scale"]["min"], question["scale"]["max"]
            for option, score in choice["scores"].items():
                points[option] += (score - low) * w
                if 2 * score > low + high:
                    votes[option] += w
    ranked = None
    if method == "ranked":
        orders = [(choice["order"], w) for choice, w in said]
        ranked = (irv if question["ranking"] == "irv" else schulze)(ids, orders, counts["yes"])
    return counts, votes, points if method == "score" else {option: None for option in ids}, ranked


def check_heads(ballot):
    """Area belongs to somebody: no count has area and no heads."""
    if not all(any(base in line["weights"] for line in ballot.entries) for base in ("heads", "area")):
        return
    sums = {"total": [line["weights"] for line in ballot.entries], "participating": []}
    for choice, weights in weights_of(ballot):
        sums["participating"].append(weights)
        sums.setdefault(side_of(choice), []).append(weights)
    for name, rows in sums.items():
        heads, area = (sum(weights.get(base, 0) for weights in rows) for base in ("heads", "area"))
        require(heads > 0 or area == 0, "%s: area without heads" % name)


def schulze(ids, orders, yes):
    n = len(ids)
    pairs = [[0] * n for _ in ids]
    for order, w in orders:
        place = {option: position for position, options in enumerate(order) for option in options}
        places = [place.get(option, len(order)) for option in ids]
        for i in range(n):
            for j in range(n):
                if places[i] < places[j]:
                    pairs[i][j] += w
    p = [[pairs[i][j] if pairs[i][j] > pairs[j][i] else 0 for j in range(n)] for i in range(n)]
    for k in range(n):
        for i in range(n):
            for j in range(n):
                if i != j:
                    p[i][j] = max(p[i][j], min(p[i][k], p[k][j]))
    winners = [ids[i] for i in range(n) if all(p[i][j] >= p[j][i] for j in range(n))] if yes > 0 else []
    return {"by": "schulze", "pairs": pairs, "paths": p, "winners": winners}


def irv(ids, orders, yes):
    running, rounds = list(ids), []
    while True:
        votes, exhausted = {option: 0 for option in running}, 0
        for order, w in orders:
            first = next((place[0] for place in order if place[0] in votes), None)
            if first is None:
                exhausted += w
            else:
                votes[first] += w
        out, winners = next_step(running, votes, [earlier["by option"] for earlier in rounds])
        rounds.append({"by option": votes, "exhausted": exhausted, "out": out})
        if winners is not None:
            break
        running = [option for option in running if option not in out]
    written = [
        {"votes": [r["by option"].get(option) for option in ids], "exhausted": r["exhausted"], "out": r["out"]}
        for r in rounds
    ]
    return {"by": "irv", "rounds": written, "winners": winners if yes > 0 else []}


def next_step(running, votes, earlier):
    """(who goes out, None) or ([], winners)."""
    total = sum(votes.values())
    for option in running:
        if 2 * votes[option] > total:
            return [], [option]  # (a)
    fewest = min(votes.values(), default=0)
    last = [option for option in running if votes[option] == fewest]
    if len(last) == len(running):
        return [], last  # (b)
    next_above = min(votes[option] for option in running if option not in last)
    if len(last) == 1 or fewest * len(last) < next_above:
        return last, None  # (c)
    for before in reversed(earlier):  # (d)
        fewest = min(before[option] for option in last)
        last = [option for option in last if before[option] == fewest]
        if len(last) == 1:
            return last, None
    return [], last  # (e)


def objections_of(ballot):
    papers = {}
    for paper in ballot.counted:
        reason = paper["choice"].get("reason")
        if reason is not None:
            papers[reason] = papers.get(reason, 0) + 1
    return [{"papers": papers[reason], "reason": reason} for reason in sorted(papers)]


# ---------------------------------------------------------------------------------------------------------
# §5 The rule
# ---------------------------------------------------------------------------------------------------------


def compare(fraction, part, whole):
    if fraction is None:
        return None
    n, d = fraction["numerator"], fraction["denominator"]
    if fraction["inclusive"]:
        met = whole > 0 and part * d >= whole * n
        needed = -(-whole * n // d)  # rounded up
    else:
        met = whole > 0 and part * d > whole * n
        needed = whole * n // d + 1
    return {"fraction": fraction, "met": met, "needed": max(1, needed), "part": part, "whole": whole}


def decide(ballot):
    """The members of the certificate that follow from papers, roll and rule."""
    question, rule = ballot.header["question"], ballot.header["rule"]
    ids, method = option_ids(question), question["method"]
    tallies = [tally(ballot, test["base"]) for test in rule["tests"]]

    # 1. Silence
    side, with_majority = None, rule["silence"] == "with_majority"
    if with_majority:
        if all(counts["yes"] > counts["no"] for counts, _, _, _ in tallies):
            side = "yes"
        elif all(counts["no"] > counts["yes"] for counts, _, _, _ in tallies):
            side = "no"

    def with_silent(counts, base):
        """The counts with the silent in them, as the comparisons use them."""
        if not with_majority:
            return counts
        silent = sum(line["weights"][base] for line in ballot.entries if line.get("reached") and not line["took"])
        counts["silent"] = silent
        joined = dict(counts, participating=counts["participating"] + silent)
        joined[side or "abstain"] += silent
        return joined

    def took_part(counts):
        return counts["participating"] - (counts["void"] if rule["void"] == "not_counted" else 0)

    tests, attended = [], {}  # of each base: how many took part
    for test, (counts, votes, points, ranked) in zip(rule["tests"], tallies):
        joined = with_silent(counts, test["base"])
        part = attended[test["base"]] = took_part(joined)  # 2.
        base = part - (joined["abstain"] if rule["abstention"] == "not_counted" else 0)
        tests.append(
            {
                "base": test["base"],
                "counts": counts,
                "turnout": compare(test["turnout"], part, counts["total"]),  # 3.
                "approval": compare(test["approval"], joined["yes"], base) if method in MOTIONS else None,
                "options": [
                    {
                        "id": option,
                        "votes": votes[option],
                        "points": points[option],
                        "approval": compare(test["approval"], votes[option], base),
                    }
                    for option in ids
                ],
                "ranked": ranked,
            }
        )

    quorum = None  # 4.
    if rule["quorum"] is not None:
        base, least = rule["quorum"]["base"], rule["quorum"]["atLeast"]
        quorum = {"base": base, "atLeast": least, "tookPart": attended[base], "met": attended[base] >= least}

    objections = objections_of(ballot)
    enough = all(test["turnout"] is None or test["turnout"]["met"] for test in tests)
    enough = enough and (quorum is None or quorum["met"])
    winners, contested = [], []
    vacant = question.get("seats", 1) if method == "chooseUpTo" else None
    if method in MOTIONS:
        missed = [test for test in tests if test["approval"] is not None and not test["approval"]["met"]]
        tied = len(missed) > 0 and all(
            2 * test["approval"]["fraction"]["numerator"] == test["approval"]["fraction"]["denominator"]
            and test["counts"]["yes"] > 0
            and test["counts"]["yes"] == test["counts"]["no"]
            for test in missed
        )
        if objections:  # (only consent has any)
            verdict = "failed"
        elif not missed:
            verdict = "passed"
        else:
            verdict = "tie" if tied and rule["tie"] != "fails" else "failed"
    elif enough:
        winners, contested, elected = elect(question, rule, tests)
        if method == "chooseUpTo":
            vacant -= elected
        tied = len(contested) > 0
        verdict = "tie" if tied else "passed" if winners else "failed"
    else:
        tied = False
    if not enough:
        verdict = "no_quorum"
    return {
        "silence": {"side": side, "treatment": rule["silence"]},
        "quorum": quorum,
        "tests": tests,
        "winners": winners,
        "contested": contested,
        "vacant": vacant,
        "objections": objections,
        "tied": tied,
        "verdict": verdict,
    }


def elect(question, rule, tests):
    """Verdict 3: (winners, contested, number of elected)."""
    method, ids, seats = question["method"], option_ids(question), question.get("seats", 1)
    deciding = [mine for mine, test in zip(tests, rule["tests"]) if test["approval"] is not None]
    rows = {option: [test["options"][i] for test in deciding] for i, option in enumerate(ids)}

    def approved(option):
        return all(row["approval"]["met"] for row in rows[option])

    def value(option):
        return [row["points"] if method == "score" else row["votes"] for row in rows[option]]

    def beats(a, b):
        pairs = list(zip(value(a), value(b)))
        return all(x >= y for x, y in pairs) and any(x > y for x, y in pairs)

    if method == "ranked":
        best = {option for test in deciding for option in test["ranked"]["winners"]}
        names = [option for option in ids if option in best]
        elected, contested = (names, []) if len(names) == 1 else ([], names)
    else:
        candidates = [option for option in ids if all(number > 0 for number in value(option))]
        if method == "chooseUpTo":
            candidates = [option for option in candidates if approved(option)]
        elected, contested = [], []
        for one in candidates:
            others = [other for other in candidates if other != one]
            if sum(not beats(one, other) for other in others) < seats:
                elected.append(one)
            elif sum(beats(other, one) for other in others) < seats:
                contested.append(one)
    winners = elected if method == "chooseUpTo" or all(map(approved, elected)) else []
    return winners, contested, len(elected)


# ---------------------------------------------------------------------------------------------------------
# §6 The certificate
# ---------------------------------------------------------------------------------------------------------


def certificate_of(ballot, rolls, papers):
    """The certificate as it must be. `on` is taken over: it cannot be computed, only be held against the rule."""
    question, rule = ballot.header["question"], ballot.header["rule"]
    names = ["id", "version", "label", "status", "law", "validFrom", "validTo"]
    names += ["confirmed"] if "confirmed" in rule else []
    certificate = {
        "format": "minyi-certificate/2",
        "question": question,
        "rule": {name: rule[name] for name in names},
        "on": ballot.certificate.get("on"),
        "abstention": rule["abstention"],
        "void": rule["void"],
        "tie": rule["tie"],
        "rolls": rolls,
        "papers": papers,
        "provisional": rule["status"] == "to_be_confirmed",
    }
    certificate.update(decide(ballot))
    return certificate


def differences(ours, theirs, where):
    """One line for each number or text that is not the same."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in sorted(set(ours) | set(theirs)):
            if name not in theirs:
                yield "%s.%s: missing" % (where, name)
            elif name not in ours:
                yield "%s.%s: does not belong there" % (where, name)
            else:
                yield from differences(ours[name], theirs[name], "%s.%s" % (where, name))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for i, (mine, other) in enumerate(zip(ours, theirs)):
            yield from differences(mine, other, "%s[%d]" % (where, i))
    elif canonical(ours) != canonical(theirs):
        yield "%s: published %s, counted %s" % (where, canonical(theirs), canonical(ours))


def check_date(ballot, findings):
    rule, on = ballot.header["rule"], ballot.certificate.get("on")
    if not is_date(on):
        findings.append("certificate.on: not a date")
    elif on < rule["validFrom"] or (rule["validTo"] is not None and on > rule["validTo"]):
        findings.append("certificate.on: the rule was not in force on " + on)
    if is_date(on):
        # a local date: west of Greenwich it can be the day before the one in UTC
        closed = datetime.date.fromisoformat(ballot.header["closedAt"][:10])
        if closed > datetime.date.min and on < (closed - datetime.timedelta(days=1)).isoformat():
            findings.append("certificate.on: before the ballot was closed")


# ---------------------------------------------------------------------------------------------------------
# A file
# ---------------------------------------------------------------------------------------------------------


def check_receipt(ballot, receipt, findings):
    """§3 and §7. Returns lines to print."""
    # as it may have been typed: spaces, dashes, small letters, and letters that look like digits
    receipt = re.sub(r"[\s-]", "", receipt).upper().replace("O", "0").replace("I", "1").replace("L", "1")
    if RECEIPT.match(receipt) is None:
        findings.append("receipt: not 26 characters of Crockford's base 32")
        return []
    tracker = tracker_of(receipt)
    leaves = [sha256(b"\x00", raw) for raw, _ in ballot.papers]
    for index, (_, paper) in enumerate(ballot.papers):
        if paper["tracker"] == tracker:
            path = merkle_path(leaves, index)
            if path_leads_to(leaves[index], index, len(leaves), path) != merkle_root(leaves):
                findings.append("receipt: the path of paper %s does not lead to the root" % paper["id"])
            if paper["state"] != "counted":
                findings.append("receipt: paper %s was not counted" % paper["id"])
            proof = {"index": index, "size": len(leaves), "path": [digest.hex() for digest in path]}
            return [
                "receipt: paper %s, %s, says %s" % (paper["id"], paper["state"], canonical(paper["choice"])),
                "receipt: proof " + canonical(proof),
            ]
    findings.append("receipt: no paper has its tracker " + tracker)
    return []


def verify(data, receipt=None):
    """(verdict or None, findings, further lines)."""
    first = data.split(b"\n", 1)[0]
    if b'"format":"minyi-ballot/1"' not in first:
        raise Unreadable("no ballot file of the format minyi-ballot/1")
    findings, notes = [], []
    try:
        ballot = Ballot(data)
        rolls = check_roll(ballot, findings)
        papers = check_papers(ballot, findings)
        check_heads(ballot)
        certificate = certificate_of(ballot, rolls, papers)
    except Unfit as reason:
        return None, findings + [str(reason)], notes
    check_date(ballot, findings)
    findings += differences(certificate, ballot.certificate, "certificate")
    if receipt is not None:
        notes = check_receipt(ballot, receipt, findings)
    if certificate["provisional"]:
        notes.append("provisional: binds nobody until the rule is confirmed")
    return certificate["verdict"], findings, notes


def main(arguments):
    files, receipt = [], None
    arguments = list(arguments)
    while arguments:
        argument = arguments.pop(0)
        if argument == "--receipt" and arguments:
            receipt = arguments.pop(0)
        elif argument.startswith("--"):
            files = []
            break
        else:
            files.append(argument)
    if not files:
        print("usage: verify_ballot.py FILE.ndjson [FILE.ndjson …] [--receipt CODE]", file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    worst = 0
    for name in files:
        try:
            with open(name, "rb") as file:
                verdict, findings, notes = verify(file.read(), receipt)
        except (OSError, Unreadable) as reason:
            print("%s: unreadable: %s" % (name, reason))
            worst = 2
            continue
        print("%s: verdict: %s" % (name, verdict or "cannot be counted"))
        for note in notes:
            print("%s: %s" % (name, note))
        for finding in findings:
            print("%s: finding: %s" % (name, finding))
        if findings:
            worst = max(worst, 1)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
