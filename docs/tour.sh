#!/usr/bin/env bash
# One issue, twice round the loop, by curl. README.md and README.zh.md show these commands; a test runs this file.
# Needs a server in demonstration mode (`npm start`), curl and node. Another address: MINYI=http://localhost:3001 docs/tour.sh
set -euo pipefail

# 0 · who is who: logins and ids are the same in every installation of the demonstration
MINYI=${MINYI:-http://localhost:3000}
RESIDENT=resident                                    # 王桂兰, 72
NEIGHBOUR=neighbour                                  # 刘鹏, 38
COLLECTOR=collector                                  # 何秀珍
COORDINATOR=coordinator                              # 李雪梅
ADVISER=adviser                                      # 沈明轩
SECRETARY=secretary                                  # 陈志远
SUPERVISOR=supervisor                                # 孙长生
PROPERTY=property                                    # 丁海燕
HEATING=department                                   # 赵志刚
HEATING_LEADER=departmentLeader                      # signs what the company answers
HEATING_PERSON=f8469a67-78ce-5da3-8704-eb4cb3d1a5a2
COMMUNITY=652ddf46-a396-56c3-a1e8-4cd003f3037f       # 利民社区
BUILDING=4866ddfc-0404-5b39-9a61-2d3e6afcc49a        # 利民小区5号楼
PROPERTY_COMPANY=4b03f6f9-e153-5149-9ba7-f60f73140ca0
HEATING_COMPANY=8093df50-c9ab-508b-9286-36dc5370effe

PASSWORD=${PASSWORD:-minyi-demo-2026}
JARS=$(mktemp -d)
sign_in() { curl -sS --fail-with-body -o /dev/null -c "$JARS/$1" "$MINYI/api/v1/session" -H 'Content-Type: application/json' -d '{"login":"'$1'","password":"'$PASSWORD'"}'; }
ask() { curl -sS "$MINYI/api/v1/$2" -b "$JARS/$1"; }
send() { curl -sS "$MINYI/api/v1/$2" -b "$JARS/$1" -H "Idempotency-Key: $(date +%s)-$RANDOM$RANDOM" -H 'Content-Type: application/json' -d "$3"; }
pick() { node -pe "const it = JSON.parse(require('fs').readFileSync(0, 'utf8')); if (it.code) throw new Error(it.code + ': ' + it.detail); it.$1"; }
act() { printf '%s → ' "$3"; send "$1" "cases/$2/acts" "{\"act\":\"$3\",\"input\":$4}" | pick 'stage.label.zh'; }
state() { ask "$COORDINATOR" "cases/$1" | pick 'states.map((state) => state.id).join()'; }
until_state() { while ! state "$1" | grep -q "$2"; do sleep 0.5; done; }
photo() { base64 -d <<< iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAMAAACDKl70AAAAA1BMVEXMMxGhFBc8AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVQI12NgQAEAAA8AAS0uh5oAAAAASUVORK5CYII= > "$JARS/photo.png"; curl -sS "$MINYI/api/v1/files" -b "$JARS/$1" -H "Idempotency-Key: $(date +%s)-$RANDOM$RANDOM" -F "file=@$JARS/photo.png" | pick id; }
child() { ask "$COORDINATOR" "cases?parent=$1&workflow=$2&status=active" | pick 'rows[0].id'; }
in_seconds() { node -p "new Date(Date.now() + $1 * 1000).toISOString()"; }
for WHO in $RESIDENT $NEIGHBOUR $COLLECTOR $COORDINATOR $ADVISER $SECRETARY $SUPERVISOR $PROPERTY $HEATING $HEATING_LEADER; do sign_in $WHO; done

# 1 · 说 · the resident says what is wrong; a collector answers and sorts it; a neighbour joins
ISSUE=$(send $RESIDENT cases '{"workflow":"issue","input":{"danger":false,"title":"5号楼前管沟盖板破损","description":"三块盖板断了，晚上没有灯，已经有人崴了脚。","unit":"'$COMMUNITY'","place":"'$BUILDING'"}}' | pick id)
act $COLLECTOR $ISSUE reply '{"text":"已经收到，由我负责跟进。"}'
act $COLLECTOR $ISSUE sortAsCommon '{"category":"road"}'
act $NEIGHBOUR $ISSUE support '{}'

# 2 · 议 · who may decide this at all? Then it is talked over, with a measure to vote on
act $ADVISER $ISSUE stateCompetence '{"decides":"residents","text":"属居民共同事务，由居民协商决定。"}'
ask $COORDINATOR desk | pick 'rows.map((row) => row.title + ": " + row.label.zh + " · " + row.label.en).join("\n")'
act $COORDINATOR $ISSUE chooseLevel '{"level":"building"}'
DELIBERATION=$(child $ISSUE deliberation)
act $NEIGHBOUR $DELIBERATION speak '{"stance":"for","text":"先把断的换掉，再装一盏灯。"}'
act $COORDINATOR $DELIBERATION draftMeasure '{"text":"更换三块盖板，旁边加装一盏太阳能灯。"}'
act $COORDINATOR $DELIBERATION conclude '{}'

# 3 · 议 · a first meeting, which finds that the company is not there and carries the item over
MEETING=$(send $COORDINATOR cases '{"workflow":"meeting","input":{"unit":"'$BUILDING'","level":"building","title":"5号楼楼栋会","startsAt":"'$(in_seconds 10)'","members":36}}' | pick id)
until_state $ISSUE scheduled
until_state $MEETING checkIn
for PERSON in $RESIDENT $NEIGHBOUR $COLLECTOR; do act $PERSON $MEETING arriveAsNeighbour '{}'; done
act $COORDINATOR $MEETING openSitting '{}'
act $COORDINATOR $MEETING presentItem '{"issue":"'$ISSUE'"}'
act $COORDINATOR $MEETING carryOver '{"reason":"供热公司没有到会，请其下次到会答复。"}'
act $COORDINATOR $MEETING closeSitting '{}'
act $SECRETARY $MEETING draftMinutes '{"text":"到场3人。盖板事项留待下次会议。"}'
act $COORDINATOR $MEETING signMinutes '{}'

# 4 · 议 · a second meeting: moved, seconded, counted by one person, confirmed by another
until_state $ISSUE requesting
MEETING=$(send $COORDINATOR cases '{"workflow":"meeting","input":{"unit":"'$BUILDING'","level":"building","title":"5号楼楼栋会（第二次）","startsAt":"'$(in_seconds 10)'","members":36}}' | pick id)
until_state $ISSUE scheduled
until_state $MEETING checkIn
for PERSON in $RESIDENT $NEIGHBOUR $COLLECTOR; do act $PERSON $MEETING arriveAsNeighbour '{}'; done
act $COORDINATOR $MEETING admitGuest '{"person":"'$HEATING_PERSON'"}'
act $COORDINATOR $MEETING openSitting '{}'
act $COORDINATOR $MEETING presentItem '{"issue":"'$ISSUE'"}'
act $HEATING $MEETING speak '{"side":"neutral","note":"可以更换，两周内完成。"}'
act $NEIGHBOUR $MEETING propose '{"measure":"请供热公司更换三块盖板，社区加装一盏太阳能灯。"}'
act $RESIDENT $MEETING second '{}'
act $COORDINATOR $MEETING putToVote '{}'
BALLOT=$(child $MEETING ballot)
act $COORDINATOR $BALLOT recordCount '{"method":"hands","yes":3,"no":0,"abstain":0,"invalid":0}'
act $SUPERVISOR $BALLOT confirmCount '{}'
until_state $ISSUE decided
act $COORDINATOR $MEETING closeSitting '{}'
act $SECRETARY $MEETING draftMinutes '{"text":"到场3人，3票赞成，通过。"}'
act $COORDINATOR $MEETING signMinutes '{}'
act $COORDINATOR $ISSUE announceDecision '{"text":"楼栋会通过：更换三块盖板，加装一盏太阳能灯。","spendsCommonMoney":false,"restrictsUse":false,"affectsRights":false}'

# 5 · 办 · the wrong company gets the task and returns it; the right one does it; a supervisor looks
act $COORDINATOR $ISSUE dispatch '{"measure":"更换5号楼前三块管沟盖板。","lead":"'$PROPERTY_COMPANY'","class":"general"}'
TASK=$(child $ISSUE task)
act $PROPERTY $TASK returnTask '{"ground":"not_our_duty","reason":"管沟属于供热公司。","basis":"供热设施产权协议第三条","suggestedUnit":"'$HEATING_COMPANY'"}'
act $COORDINATOR $TASK reassign '{"unit":"'$HEATING_COMPANY'"}'
ask $HEATING desk | pick 'rows.map((row) => row.title + ": " + row.acts.map(({ act }) => act).join(", ") + ", due " + row.dueAt).join("\n")'
act $HEATING $TASK accept '{}'
act $HEATING $TASK finish '{"answer":"已更换三块盖板。","evidence":["'$(photo $HEATING)'"]}'
act $HEATING_LEADER $TASK signAnswer '{}'
act $SUPERVISOR $TASK verify '{"note":"到现场看过。"}'
until_state $ISSUE posting

# 6 · 评 · the outcome is posted; the neighbour is content, the resident is not: it goes round again
act $COORDINATOR $ISSUE postOutcome '{"text":"三块盖板已更换。"}'
act $NEIGHBOUR $ISSUE answer '{"solved":true,"satisfied":true}'
act $RESIDENT $ISSUE answer '{"solved":false,"satisfied":false,"text":"第三块还是松的，灯也没有装。"}'

# 7 · 办, 评 · the second round, to the end
act $COORDINATOR $ISSUE dispatch '{"measure":"加固第三块盖板，加装太阳能灯。","lead":"'$HEATING_COMPANY'","class":"general"}'
TASK=$(child $ISSUE task)
act $HEATING $TASK accept '{}'
act $HEATING $TASK finish '{"answer":"第三块已加固，灯已装好。","evidence":["'$(photo $HEATING)'"]}'
act $HEATING_LEADER $TASK signAnswer '{}'
act $SUPERVISOR $TASK verify '{}'
until_state $ISSUE posting
act $COORDINATOR $ISSUE postOutcome '{"text":"盖板全部固定，路灯已装。"}'
act $NEIGHBOUR $ISSUE answer '{"solved":true,"satisfied":true}'
act $RESIDENT $ISSUE answer '{"solved":true,"satisfied":true,"text":"这回好了，谢谢。"}'
until_state $ISSUE closed

# 8 · 台账 · what was written about it, by whom and when
ask $COORDINATOR "cases/$ISSUE/journal?limit=200" | pick 'rows.map((row) => row.seq + "  " + row.at + "  " + row.label.zh + " · " + row.label.en).join("\n")'
echo "$MINYI/api/v1/cases/$ISSUE/chart"
