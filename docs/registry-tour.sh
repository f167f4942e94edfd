#!/usr/bin/env bash
# A newcomer registers a new building from office files as they come, hands out slips, and everybody sees only their own.
# Needs a fresh demonstration (`npm start`), curl and node. Another address: MINYI=http://localhost:3001 docs/registry-tour.sh
set -euo pipefail
cd "$(dirname "$0")/samples/building-62"

# 0 · ways in: the coordinator imports, everybody else looks
MINYI=${MINYI:-http://localhost:3000}
PASSWORD=${PASSWORD:-minyi-demo-2026}
COMMUNITY=652ddf46-a396-56c3-a1e8-4cd003f3037f       # 利民社区
JARS=$(mktemp -d)
sign_in() { curl -sS --fail-with-body -o /dev/null -c "$JARS/$1" "$MINYI/api/v1/session" -H 'Content-Type: application/json' -d '{"login":"'$1'","password":"'$PASSWORD'"}'; }
ask() { curl -sS "$MINYI/api/v1/$2" -b "$JARS/$1"; }
send() { curl -sS "$MINYI/api/v1/$2" -b "$JARS/$1" -H "Idempotency-Key: $(date +%s)-$RANDOM$RANDOM" -H 'Content-Type: application/json' -d "$3"; }
pick() { node -pe "const it = JSON.parse(require('fs').readFileSync(0, 'utf8')); if (it.code) throw new Error(it.code + ': ' + it.detail); it.$1"; }
for WHO in coordinator resident relative collector supervisor volunteer department leader operator; do sign_in $WHO; done

# 1 · office files as they come: titles above the heading, GB18030, full-width digits, two spellings of a flat, no area, a formula
upload() { curl -sS "$MINYI/api/v1/imports/$1/files?unit=$COMMUNITY&asOf=$3" -b "$JARS/coordinator" -F "file=@$2" | pick id; }
check() { send coordinator "imports/$1/check" '{}' | pick 'state + " " + JSON.stringify(it.counts)'; }
bring() { IMPORT=$(upload "$1" "$2" "$3"); check $IMPORT; send coordinator "imports/$IMPORT/apply" '' | pick 'state'; }
bring units units.csv 2026-01-01
bring premises premises-gb18030.csv 2026-01-01
bring people people-gb18030.csv 2026-01-01
curl -sS "$MINYI/api/v1/imports/$IMPORT/problems" -b "$JARS/coordinator"

# 2 · brought again, nothing changes; a family moved; what was wrong is taken back
bring people people-gb18030.csv 2026-01-01
bring people people-moved.csv 2026-11-01

# 3 · rolls: who was an adult in the building last March, and who is today; owners with their areas
BUILDING=$(ask coordinator 'units/search?text=62%E5%8F%B7%E6%A5%BC' | pick 'rows[0].id')
STAIRWELL=$(ask coordinator "units?parent=$BUILDING" | pick 'rows.find((row) => row.name === "1单元").id')
roll() { ask coordinator "units/$1/roll?of=$2&on=$3" | pick 'on + " " + it.question.of + ": " + it.totals.entries + ", " + it.totals.area'; }
roll $STAIRWELL adults 2026-03-15
roll $STAIRWELL adults 2026-11-15
roll $BUILDING owners 2026-03-15

# 4 · slips: a sheet to print; one of them lets He Yumei in, once
send coordinator slips/sheet '{"unit":"'$BUILDING'","kind":"household"}' > "$JARS/slips.html"
SLIP=$(send coordinator slips '{"unit":"'$STAIRWELL'","kind":"household"}' | pick 'slips.find((slip) => slip.label.includes("102")).code')
CHOICE=$(send visitor join/look '{"code":"'$SLIP'"}' | pick 'people[0].choice')
join() { curl -sS "$@" "$MINYI/api/v1/join" -H 'Content-Type: application/json' -d '{"code":"'$SLIP'","choice":"'$CHOICE'"}'; }
join -c "$JARS/heyumei" | pick 'name'
join | node -pe "JSON.parse(require('fs').readFileSync(0, 'utf8')).title"

# 5 · each sees only their own: how many issues, whether they may look people up, which households they visit
for WHO in heyumei resident relative collector supervisor volunteer department leader operator coordinator; do
  ISSUES=$(ask $WHO 'cases?workflow=issue&limit=200' | pick 'rows.length')
  PEOPLE=$(curl -sS -o /dev/null -w '%{http_code}' "$MINYI/api/v1/people?unit=$COMMUNITY&name=%E9%A9%AC%E5%BB%BA%E5%9B%BD" -b "$JARS/$WHO")
  echo "$WHO: issues $ISSUES, people $PEOPLE, households to visit $(ask $WHO visits/mine | pick 'rows ? it.rows.length : 0' 2> /dev/null || echo none)"
done

# 6 · He Yumei has said something and withdrawn it, moves away and asks to be erased; another confirms; the case still stands
ISSUE=$(send heyumei cases '{"workflow":"issue","input":{"danger":false,"title":"一楼门铃不响","description":"我家门铃坏了。","unit":"'$COMMUNITY'"}}' | pick id)
send heyumei "cases/$ISSUE/acts" '{"act":"withdraw","input":{}}' | pick 'stage.label.zh'
ERASURE=$(send heyumei me/erasure '{"ground":"moved away or died"}' | pick id)
send coordinator "privacy/erasures/$ERASURE/confirm" '' | pick 'state'
ask coordinator "cases/$ISSUE" | pick 'title'
ask coordinator "cases/$ISSUE/journal" | pick 'rows.map((row) => row.seq + " " + row.label.zh).join("\n")'
