#!/usr/bin/env bash
# A valve leaks. Who would get it, and why? It is dispatched, returned, given to the right company, planned, given more time once,
# moved by a day on which the office is closed, signed, verified; and the account says all of it. Needs a demonstration (`npm start`),
# curl and node. Another address: MINYI=http://localhost:3001 docs/dispatch-tour.sh
#
# What takes weeks is told on a virtual clock: npx minyi simulate leaking-pipe | road-two-districts | nobody-fits | emergency-at-night |
# lift-sign-offs | overdue-to-supervision
set -euo pipefail
cd "$(dirname "$0")"

# 0 · ways in: a resident, the community's people, two companies, the street's leader
MINYI=${MINYI:-http://localhost:3000}
PASSWORD=${PASSWORD:-minyi-demo-2026}
CITY=76444ebb-84d0-55b9-9d5f-f67ba5fa74ca            # 嘉峪关市
COMMUNITY=652ddf46-a396-56c3-a1e8-4cd003f3037f       # 利民社区
BUILDING=366642ed-658d-5f02-89b7-019e580e1ed4        # 利民小区9号楼
HEATING=8093df50-c9ab-508b-9286-36dc5370effe         # 市供热公司
PROPERTY=4b03f6f9-e153-5149-9ba7-f60f73140ca0        # 利民物业服务公司
JARS=$(mktemp -d)
sign_in() { curl -sS --fail-with-body -o /dev/null -c "$JARS/$1" "$MINYI/api/v1/session" -H 'Content-Type: application/json' -d '{"login":"'$1'","password":"'$PASSWORD'"}'; }
ask() { curl -sS "$MINYI/api/v1/$2" -b "$JARS/$1"; }
send() { curl -sS "$MINYI/api/v1/$2" -b "$JARS/$1" -H "Idempotency-Key: $(date +%s)-$RANDOM$RANDOM" -H 'Content-Type: application/json' -d "$3"; }
pick() { node -pe "const it = JSON.parse(require('fs').readFileSync(0, 'utf8')); if (it.code) throw new Error(it.code + ': ' + it.detail); it.$1"; }
act() { printf '%s → ' "$3"; send "$1" "cases/$2/acts" "{\"act\":\"$3\",\"input\":$4}" | pick 'stage.label.zh'; }
refused() { printf '%s → ' "$3"; send "$1" "cases/$2/acts" "{\"act\":\"$3\",\"input\":$4}" | node -pe "JSON.parse(require('fs').readFileSync(0, 'utf8')).code"; }
state() { ask coordinator "cases/$1" | pick 'states.map((state) => state.id).join()'; }
until_state() { while ! state "$1" | grep -q "$2"; do sleep 0.5; done; }
photo() { base64 -d <<< iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAMAAACDKl70AAAAA1BMVEXMMxGhFBc8AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVQI12NgQAEAAA8AAS0uh5oAAAAASUVORK5CYII= > "$JARS/photo.png"; curl -sS "$MINYI/api/v1/files" -b "$JARS/$1" -H "Idempotency-Key: $(date +%s)-$RANDOM$RANDOM" -F "file=@$JARS/photo.png" | pick id; }
child() { ask coordinator "cases?parent=$1&workflow=$2&status=active" | pick 'rows[0].id'; }
due() { ask coordinator "cases/$1" | pick 'clocks.find(({ name }) => name === "handling").dueAt'; }
in_days() { node -p "new Date(Date.now() + ($1 * 24 + 8) * 3_600_000).toISOString().slice(0, 10)"; }
for WHO in resident collector adviser coordinator supervisor property department departmentLeader leader operator; do sign_in $WHO; done

# 1 · a dry run: who would get a matter at a place, and every field of the duty matrix with why it won or lost
send resident routing/preview '{"matter":"供热","place":"'$BUILDING'"}' | pick 'explanation.map(({ zh }) => zh).join("\n")'

# 2 · said, sorted, dispatched to the wrong company, which returns it with ground and basis; the right one takes it
ISSUE=$(send resident cases '{"workflow":"issue","input":{"danger":false,"title":"9号楼暖气阀门漏水","description":"楼道里的阀门一直滴水。","unit":"'$COMMUNITY'","place":"'$BUILDING'"}}' | pick id)
act collector $ISSUE reply '{"text":"已经收到，马上联系。"}'
act collector $ISSUE sortAsCommon '{"category":"heating"}'
act adviser $ISSUE stateCompetence '{"decides":"department","text":"供热设施由供热单位维护。"}'
act coordinator $ISSUE takeDirectLine '{"reason":"statutory_duty","text":"法定职责，直接派单。"}'
act coordinator $ISSUE dispatch '{"measure":"更换9号楼阀门。","lead":"'$PROPERTY'","class":"general"}'
TASK=$(child $ISSUE task)
act property $TASK returnTask '{"ground":"not_our_duty","reason":"供热管网不归物业。","basis":"供热条例","suggestedUnit":"'$HEATING'"}'
act coordinator $TASK reassign '{"unit":"'$HEATING'"}'
act department $TASK accept '{}'
act department $TASK setTimetable '{"steps":[{"what":"关阀排水","on":"'$(in_days 1)'"},{"what":"更换阀门","on":"'$(in_days 2)'"}]}'
act department $TASK progress '{"note":"已到现场，阀体裂了。","files":[],"open":true}'
act coordinator $TASK answerResident '{"text":"供热公司已到场，正在调配件。"}'

# 3 · time: why is it due then? Once more time; a second time is for the street's leader, who refuses
ask department "cases/$TASK/clocks/handling@task.withDoer/explanation" | pick 'said.map(({ zh }) => zh).join("\n")'
act department $TASK askExtension '{"reason":"配件明天到。","days":2}'
refused leader $TASK grantExtension '{}'
act coordinator $TASK grantExtension '{}'
act department $TASK askExtension '{"reason":"想再宽几天。","days":3}'
act leader $TASK leaderRefuseExtension '{"reason":"配件已到。"}'

# 4 · the office is closed on a working day to come: what would move, and then it moves, with the reason in the journal
BEFORE=$(due $TASK)
CLOSED=$(node -p "const at = new Date('$BEFORE'); new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)")
BASE=$(ask coordinator "calendars?unit=$COMMUNITY" | pick 'rows.find(({ name, unit }) => name === "office" && unit === "'$COMMUNITY'")?.version ?? 0')
EDIT='"unit":"'$COMMUNITY'","base":'$BASE',"change":{"days":[{"date":"'$CLOSED'","open":false,"label":"停电检修"}]}'
send coordinator calendars/office/preview "{$EDIT}" | pick 'moved.some((one) => one.case === "'$TASK'") ? "the task would move" : "the task would stay"'
send coordinator calendars/office "{$EDIT,\"reason\":\"停电检修，停止办公一天。\"}" | pick 'versions.length + " version written"'
while [ "$(due $TASK)" = "$BEFORE" ]; do sleep 0.5; done
echo "moved from $BEFORE to $(due $TASK)"
ask coordinator "cases/$TASK/journal" | pick 'rows.filter(({ kind }) => kind === "reprojected").map(({ body }) => body.reason).join()'

# 5 · done: the leader signs the answer, a supervisor looks; never who did it
act department $TASK finish '{"answer":"阀门已更换，不再滴水。","evidence":["'$(photo department)'"]}'
refused department $TASK signAnswer '{}'
act departmentLeader $TASK signAnswer '{}'
refused departmentLeader $TASK verify '{}'
act supervisor $TASK verify '{"note":"到现场看过。"}'
until_state $ISSUE posting
act coordinator $ISSUE postOutcome '{"text":"阀门已更换。"}'
act resident $ISSUE answer '{"solved":true,"satisfied":true}'

# 6 · the account: numbers, the companies' month, the rates beside their fractions
MONTH=$(in_days 0 | cut -c1-7)
until ask coordinator "ledger?view=published&unit=$COMMUNITY&month=$MONTH" | grep -q "$ISSUE"; do sleep 0.5; done
ask coordinator "ledger?view=published&unit=$COMMUNITY&month=$MONTH" | pick 'rows.find((row) => row.case === "'$ISSUE'").number'
rate() { ask departmentLeader "rates?by=department&from=$MONTH&to=$MONTH" | pick 'groups.filter(({ key }) => key === "'$1'").map(({ rates }) => ["response", "return", "extension"].map((name) => name + " " + rates[name].numerator + "/" + rates[name].denominator).join(", ")).join()'; }
rate $HEATING
rate $PROPERTY

# 7 · who is on duty tonight, who has to be called, and what was told to whom
ask coordinator "units/$COMMUNITY/duty-turns" | pick 'rows.length > 0 ? "somebody is on duty" : "nobody is on duty"'
ask coordinator "calls?unit=$COMMUNITY" | pick 'rows.length + " to call"'
ask department my/notifications | pick 'language'
ask operator "deliveries/standing?unit=$CITY" | pick 'rows.map(({ channel, waiting, sent }) => channel + ": " + sent + " handed over, " + waiting + " waiting for the morning").join() || "nothing to deliver yet"'
