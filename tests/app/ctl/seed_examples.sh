#!/usr/bin/env bash
# The curl examples of the documented API (POST, PATCH, GET, DELETE of seed 004), in their order, with their JSON mended:
# double quotes, commas between members, a quote at the end of a name, an @ before the name of a file; and with the content
# type that the service asks for.
#
#   seed_examples.sh MODE URL HEADERS PICTURE
#
# MODE is `without-auth` (people are given with names and groups) or `with-auth` (by their ids); the examples of the other
# mode are made as well, and must be refused. HEADERS is a file that curl reads (the bearer token belongs nowhere else),
# PICTURE a JPEG.
set -euo pipefail

readonly mode="$1" url="$2" headers="$3" picture="$4"
answer="$(mktemp)"
trap 'rm -f "$answer"' EXIT
failures=0
examples=0

# example STATUS WHO CURL-ARGUMENT…: makes the request as WHO, and holds the status against what is to be.
example() {
  local wanted="$1" who="$2" status
  shift 2
  examples=$((examples + 1))
  status="$(curl --silent --show-error --max-time 60 --output "$answer" --write-out '%{http_code}' \
    --header "@$headers" --header "miauserid: $who" --header "miausergroups: doctor" "$@")" || true
  if [[ "$status" == "$wanted" ]]; then
    printf 'ok   %s %s\n' "$status" "${*: -1}"
  else
    printf 'FAIL %s instead of %s: %s\n     %s\n' "$status" "$wanted" "$*" "$(cat "$answer")"
    failures=$((failures + 1))
  fi
}

# with_json STATUS METHOD PATH BODY
with_json() {
  example "$1" user1_external_id -X "$2" --header 'content-type: application/json' --data "$4" "$url$3"
}

# says TEXT: whether the last answer holds it.
says() {
  grep --quiet --fixed-strings -- "$1" "$answer" && return
  printf 'FAIL the answer lacks %s: %s\n' "$1" "$(cat "$answer")"
  failures=$((failures + 1))
}

id_of_answer() { sed -n 's/.*"roomId":"\([^"]*\)".*/\1/p' "$answer"; }

# of_mode MODE STATUS: the status where the example is one of this mode, else that of a refusal.
of_mode() { if [[ "$mode" == "$1" ]]; then printf '%s\n' "$2"; else printf '400\n'; fi; }

readonly ids='["user1_auth0_id", "user2_auth0_id", "user3_auth0_id"]'
readonly when='"start_date": "2022-02-22T15:30:00.000Z", "end_date": "2022-02-22T16:30:00.000Z"'
readonly lasting='"start_date": "2022-02-22T15:30:00.000Z", "duration_in_seconds": 3600'
readonly all_by_id='{"number": 3, "data": [
  {"userExternalId": "user1_auth0_id", "language": "it"},
  {"userExternalId": "user2_auth0_id", "language": "it"},
  {"userExternalId": "user3_auth0_id", "language": "it"}]}'
readonly some_by_id='{"number": 3, "data": [
  {"userExternalId": "user1_auth0_id", "language": "it"},
  {"userExternalId": "user2_auth0_id", "language": "it"}]}'
readonly some_by_name='{"number": 3, "data": [
  {"userExternalId": "user1_external_id", "groups": ["doctor"], "fullName": "Joe Smith", "language": "it"},
  {"userExternalId": "user3_external_id", "groups": ["patient"], "fullName": "Jane Doe", "language": "it"}]}'

# new_room: makes a consultation of this mode with somebody still unknown; its id is in `room`. All the dates are past, so
# one where everybody is known is due, and refuses to be changed.
new_room() {
  if [[ "$mode" == with-auth ]]; then
    with_json 201 POST /teleconsultation "{\"participants\": $some_by_id, $when}"
  else
    with_json 201 POST /teleconsultation "{\"participants\": $some_by_name, $when}"
  fi
  room="$(id_of_answer)"
  : "${room:?no consultation was created, so nothing else can be tried}"
}

# patch_example MODE BODY
patch_example() {
  new_room
  with_json "$(of_mode "$1" 204)" PATCH "/teleconsultation/$room" "$2"
}

# POST /teleconsultation
with_json "$(of_mode with-auth 201)" POST /teleconsultation "{\"participants\": $ids, $when}"
with_json "$(of_mode with-auth 201)" POST /teleconsultation "{\"participants\": $all_by_id, $when}"
with_json "$(of_mode with-auth 201)" POST /teleconsultation "{\"participants\": $some_by_id, $when}"
with_json "$(of_mode without-auth 201)" POST /teleconsultation "{\"participants\": $some_by_name, $when}"
with_json "$(of_mode with-auth 201)" POST /teleconsultation "{\"participants\": $ids, $lasting}"

# PATCH /teleconsultation/:roomId
patch_example with-auth "{\"participants\": $ids, $when}"
patch_example with-auth "{\"participants\": $all_by_id, $when}"
patch_example with-auth "{\"participants\": $some_by_id, $when}"
patch_example without-auth "{\"participants\": $some_by_name, $when}"
patch_example with-auth "{\"participants\": $ids, $lasting}"

# POST /teleconsultation/:roomId/participants/data: the third and last. (The seed's second example adds a person who takes
# part already, by the ids of the others; here it is the one who is missing.)
new_room
with_json "$(of_mode with-auth 201)" POST "/teleconsultation/$room/participants/data" \
  '{"userExternalId": "user3_auth0_id", "language": "it"}'
with_json "$(of_mode without-auth 201)" POST "/teleconsultation/$room/participants/data" \
  '{"userExternalId": "user2_external_id", "groups": ["doctor"], "fullName": "Joe Smith", "language": "it"}'

# GET /teleconsultation/:roomId
if [[ "$mode" == with-auth ]]; then me=user1_auth0_id; else me=user1_external_id; fi
example 200 "$me" -X GET "$url/teleconsultation/$room"
says '"accessLinkURL":"http'
says '"durationUsedInSeconds":'
example 200 "$me" -X GET "$url/teleconsultation/$room?useBackground=true&language=en"
example 401 nobody -X GET "$url/teleconsultation/$room"
says '{"error":"Unauthorized user"}'
example 404 "$me" -X GET "$url/teleconsultation/room_xyz"
says '{"error":"Room with id room_xyz not found on CRUD"}'

# Everybody is known and it is due: too late for a change.
with_json 409 PATCH "/teleconsultation/$room" "{$when}"

# DELETE /teleconsultation/:roomId/uploads and /teleconsultation/:roomId
example 200 "$me" -X DELETE "$url/teleconsultation/$room/uploads"
says '"deleted":0'
example 204 "$me" -X DELETE "$url/teleconsultation/$room"
example 404 "$me" -X DELETE "$url/teleconsultation/$room"

# POST /credentials
example 201 "$me" -X POST --header 'content-type: application/json' --data '{"expiresIn": 3600}' "$url/credentials"
says '"accessToken":"'
example 401 '' -X POST --header 'content-type: application/json' --data '{"expiresIn": 3600}' "$url/credentials"

# POST /settings/background-image and PATCH /settings/update
example 200 "$me" -X POST --header 'apikey: your_api_key' --form "virtual_background=@$picture;type=image/jpeg" \
  "$url/settings/background-image"
says '"background_alias":"'
alias="$(sed -n 's/.*"background_alias":"\([^"]*\)".*/\1/p' "$answer")"
example 200 "$me" -X PATCH --header 'apikey: your_api_key' --header 'content-type: application/json' \
  --data "{\"background_alias\":\"$alias\"}" "$url/settings/update"
says "\"alias\":\"$alias\""

printf '%s examples, %s failures\n' "$examples" "$failures"
((failures == 0))
