#!/usr/bin/env bash
# A stairwell wants a lift. Its residents say what they think, the owners' roll is drawn and laid open, one of them looks it up and
# doubts an area. Needs a demonstration (`npm start`), curl and node. Another address: MINYI=http://localhost:3001 docs/voting-tour.sh
#
# Papers are taken when the roll has lain open for seven days. To see the vote to its end on a virtual clock, with papers by telephone,
# on paper and at the door: npx minyi simulate lift-by-owners. Its record is docs/samples/ballot-lift.ndjson, counted anew below.
set -euo pipefail
cd "$(dirname "$0")"

# 0 · ways in: a neighbour of 9号楼3单元, the collector, the legal officer, a deliberator, the coordinator
MINYI=${MINYI:-http://localhost:3000}
PASSWORD=${PASSWORD:-minyi-demo-2026}
COMMUNITY=652ddf46-a396-56c3-a1e8-4cd003f3037f       # 利民社区
STAIRWELL=d83ad730-82f0-5c91-89c3-0d52ad7de061       # 利民小区9号楼3单元
JARS=$(mktemp -d)
sign_in() { curl -sS --fail-with-body -o /dev/null -c "$JARS/$1" "$MINYI/api/v1/session" -H 'Content-Type: application/json' -d '{"login":"'$1'","password":"'$PASSWORD'"}'; }
ask() { curl -sS "$MINYI/api/v1/$2" -b "$JARS/$1"; }
send() { curl -sS "$MINYI/api/v1/$2" -b "$JARS/$1" -H "Idempotency-Key: $(date +%s)-$RANDOM$RANDOM" -H 'Content-Type: application/json' -d "$3"; }
pick() { node -pe "const it = JSON.parse(require('fs').readFileSync(0, 'utf8')); if (it.code) throw new Error(it.code + ': ' + it.detail); it.$1"; }
act() { printf '%s → ' "$3"; send "$1" "cases/$2/acts" "{\"act\":\"$3\",\"input\":$4}" | pick 'stage.label.zh'; }
state() { ask coordinator "cases/$1" | pick 'states.map((state) => state.id).join()'; }
until_state() { while ! state "$1" | grep -q "$2"; do sleep 0.5; done; }
child() { ask coordinator "cases?parent=$1&workflow=$2&status=active" | pick 'rows[0].id'; }
for WHO in neighbour resident collector adviser deliberator coordinator secretary; do sign_in $WHO; done

# 1 · it is said; the legal officer says who may decide it at all: the owners, not a meeting
ISSUE=$(send neighbour cases '{"workflow":"issue","input":{"danger":false,"title":"9号楼3单元加装电梯","description":"六层楼没有电梯，老人上下楼困难。","unit":"'$COMMUNITY'","place":"'$STAIRWELL'"}}' | pick id)
act collector $ISSUE reply '{"text":"已经收到，先问清楚由谁决定。"}'
act collector $ISSUE sortAsCommon '{"category":"lift"}'
act adviser $ISSUE stateCompetence '{"decides":"owners","text":"改建共有部分，依民法典第二百七十八条由业主共同决定。"}'
act coordinator $ISSUE chooseLevel '{"level":"building"}'
DELIBERATION=$(child $ISSUE deliberation)

# 2 · statements and positions: 1 agree, 0 pass, -1 disagree; one is shown, one comes back to its author with a reason
say_this() { send "$1" "deliberations/$DELIBERATION/statements" '{"text":"'$2'"}' | pick number; }
FIRST=$(say_this neighbour '费用按楼层分担，一楼不出钱。')
SECOND=$(say_this resident '就是二楼那一家在捣乱。')
send coordinator "deliberations/$DELIBERATION/statements/$FIRST/moderate" '{"show":true}' | pick state
send coordinator "deliberations/$DELIBERATION/statements/$SECOND/moderate" '{"show":false,"reason":"点名指责邻居，请改为对事的意见。"}' | pick state
ask resident "deliberations/$DELIBERATION/statements/mine" | pick 'rows.map((row) => row.state + ": " + row.reason).join("\n")'
for WHO in resident collector deliberator; do send $WHO "deliberations/$DELIBERATION/positions" '{"statement":'$FIRST',"position":1}' | pick position; done
ask resident "deliberations/$DELIBERATION/picture" | pick 'table.map((row) => row.text + " " + (row.counts ? JSON.stringify(row.counts) : "fewer than " + it.leastShown + " people: not shown")).join("\n")'

# 3 · a measure is drafted, the coordinator calls the owners; the roll comes from the registry and lies open
act deliberator $DELIBERATION draftMeasure '{"text":"9号楼3单元加装一部电梯，费用按楼层分担。"}'
act coordinator $DELIBERATION conclude '{}'
until_state $ISSUE convening
act coordinator $ISSUE callOwners '{"unit":"'$STAIRWELL'","rule":"owners-special"}'
BALLOT=$(child $ISSUE ballot)
until_state $BALLOT appeals
ask coordinator "ballots/$BALLOT/roll" | pick 'rows.map((row) => row.entry + ": " + row.weights.heads + " head, " + row.weights.area / 100 + " m², cast by one of " + row.casters.length).join("\n")'

# 4 · an owner sees that he is on it, with what weight and by which rule, and appeals; nobody may cast yet
ask neighbour ballots/mine | pick 'rows.map((row) => row.title.zh + ": " + row.status + ", " + row.entries + " to cast").join("\n")'
ENTRY=$(ask neighbour "ballots/$BALLOT/mine" | pick 'rows[0].entry')
ask neighbour "ballots/$BALLOT" | pick 'rule.law + ": " + it.rule.tests.map(({ base, turnout, approval }) => base + " " + [turnout, approval].map((part) => part.numerator + "/" + part.denominator).join(" and ")).join(", ")'
send neighbour "ballots/$BALLOT/papers" '{"entry":"'$ENTRY'","choice":{"vote":"yes"}}' | node -pe "JSON.parse(require('fs').readFileSync(0, 'utf8')).title"
APPEAL=$(send neighbour "ballots/$BALLOT/appeals" '{"entry":"'$ENTRY'","about":"area","text":"产权证上的面积与名册不同。"}' | pick id)

# 5 · answered with a reason; a correction is proposed by one and approved by another, and is on record with its reason
send coordinator "ballots/$BALLOT/appeals/$APPEAL/answer" '{"granted":true,"answer":"以产权证为准，提请更正。"}' | pick done
CHANGE=$(send coordinator "ballots/$BALLOT/roll-changes" '{"kind":"correct","entry":"'$ENTRY'","weights":{"heads":1,"area":6500},"ground":"correction","reason":"按产权证更正面积","appeal":"'$APPEAL'"}' | pick 'changes[0]')
send secretary "ballots/$BALLOT/roll-changes/$CHANGE/decision" '{"approve":true}' | pick done
ask coordinator "ballots/$BALLOT/roll-changes" | pick 'rows.map((row) => row.n + ": area " + row.before.area + " → " + row.after.area + ", " + row.state + ", " + row.reason).join("\n")'

# 6 · what is public without signing in: rules in force and whether their numbers are confirmed; the register; pages to print
open() { curl -sS "$MINYI$1"; }
open "/api/v1/rules?unit=$COMMUNITY" | pick 'rows.map(({ rule }) => rule.id + ": " + rule.status).join("\n")'
open "/api/v1/registers?unit=$COMMUNITY&kind=resolution&limit=3" | pick 'rows.map((row) => row.number + " " + row.title).join("\n")'
for PAGE in "/register?unit=$COMMUNITY" "/api/v1/procedure/print?unit=$COMMUNITY"; do echo "$MINYI$PAGE: $(open "$PAGE" | grep -o '<title>[^<]*')"; done

# 7 · a ballot that is over, counted anew from its published record by a program that knows only docs/verify-a-ballot.md
if command -v python3 > /dev/null; then python3 examples/verify_ballot.py samples/ballot-lift.ndjson; fi
