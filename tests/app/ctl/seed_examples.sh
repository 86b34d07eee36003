#!/usr/bin/env bash
# The curl examples of the documented API (POST, PATCH, GET, DELETE of seed 004), in their order, mended. Their JSON: double
# quotes, commas between members, a quote at the end of a name. Their headers: the content type that the service asks for
# (the seed sends JSON without one, and a form with one that lacks its boundary: curl writes that one itself). Their
# form: an @ before the name of the file. After each, the answers that the seed shows for it, statuses and bodies.
#
#   seed_examples.sh MODE UPLOADS URL HEADERS PICTURE
#
# MODE is `without-auth` (people are given with names and groups) or `with-auth` (by their ids); the examples of the other
# mode are made as well, and must be refused. The auth service knows user1_auth0_id to user3_auth0_id, the first of them as a
# doctor. UPLOADS is `deletes-uploads` or `keeps-uploads`, as TELECONSULTATION_DELETE_UPLOADS has it. HEADERS is a file that curl reads (the bearer token belongs nowhere else),
# PICTURE a JPEG.
set -euo pipefail

readonly mode="$1" uploads="$2" url="$3" headers="$4" picture="$5"
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

# is PATTERN: whether the last answer as a whole is of this form.
is() {
  # Not grep alone: an answer without a body has no line that it could find.
  [[ "$(cat "$answer")" =~ ^$1$ ]] && return
  printf 'FAIL the answer is not of the form %s: %s\n' "$1" "$(cat "$answer")"
  failures=$((failures + 1))
}

# is_refused TEXT: whether the last answer is one that the seed shows for a refusal.
is_refused() { is "\\{\"error\":\"$1\"\\}"; }

id_of_answer() { sed -n 's/.*"roomId":"\([^"]*\)".*/\1/p' "$answer"; }

# of_mode MODE STATUS: the status where the example is one of this mode, else that of a refusal.
of_mode() { if [[ "$mode" == "$1" ]]; then printf '%s\n' "$2"; else printf '400\n'; fi; }

readonly text='"[^"]+"'
readonly moment='"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{3}Z"'
# Members come in the alphabet's order.
readonly details='"details":\{"callType":"[a-z_]+","creationDate":'"$moment"',"description":"?[^",]*"?,"disabled":(true|false),'\
'"durationInSeconds":(null|[0-9]+),"durationUsedInSeconds":[0-9]+,"live":(true|false),"recording":"[a-z_]+",'\
'"recordingStatus":"?[a-z_]+"?,"status":"[A-Z_]+"\}'

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

if [[ "$mode" == with-auth ]]; then
  readonly nobody_plus='["user2_auth0_id", "user3_auth0_id"]'
  readonly one_patient='{"number": 2, "data": [{"userExternalId": "user2_auth0_id", "language": "it"}]}'
  readonly other_patient='{"userExternalId": "user3_auth0_id", "language": "it"}'
else
  readonly other_patient='{"userExternalId": "user4_external_id", "groups": ["patient"], "fullName": "Jim Doe"}'
  readonly jane='{"userExternalId": "user3_external_id", "groups": ["patient"], "fullName": "Jane Doe"}'
  readonly one_patient="{\"number\": 2, \"data\": [$jane]}"
  readonly nobody_plus="{\"number\": 2, \"data\": [$jane, $other_patient]}"
fi

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

# post_example MODE BODY
post_example() {
  local wanted
  wanted="$(of_mode "$1" 201)"
  with_json "$wanted" POST /teleconsultation "$2"
  [[ "$wanted" != 201 ]] || is "\\{\"roomId\":$text\\}"
}

# patch_example MODE BODY
patch_example() {
  local wanted
  wanted="$(of_mode "$1" 204)"
  new_room
  with_json "$wanted" PATCH "/teleconsultation/$room" "$2"
  [[ "$wanted" != 204 ]] || is ''
}

# add_example MODE BODY
add_example() {
  local wanted
  wanted="$(of_mode "$1" 201)"
  with_json "$wanted" POST "/teleconsultation/$room/participants/data" "$2"
  [[ "$wanted" != 201 ]] || is ''
}

# POST /teleconsultation
post_example with-auth "{\"participants\": $ids, $when}"
post_example with-auth "{\"participants\": $all_by_id, $when}"
post_example with-auth "{\"participants\": $some_by_id, $when}"
post_example without-auth "{\"participants\": $some_by_name, $when}"
post_example with-auth "{\"participants\": $ids, $lasting}"
with_json 400 POST /teleconsultation "{\"participants\": $nobody_plus, $when}"
is_refused 'Failed POST /teleconsultation: no plus user in room'

# PATCH /teleconsultation/:roomId. (The last of the seed's examples leaves the id out, which names nothing.)
patch_example with-auth "{\"participants\": $ids, $when}"
patch_example with-auth "{\"participants\": $all_by_id, $when}"
patch_example with-auth "{\"participants\": $some_by_id, $when}"
patch_example without-auth "{\"participants\": $some_by_name, $when}"
patch_example with-auth "{\"participants\": $ids, $lasting}"
with_json 405 PATCH /teleconsultation "{$lasting}"
new_room
with_json 400 PATCH "/teleconsultation/$room" "{\"participants\": $nobody_plus}"
is_refused 'Failed PATCH /teleconsultation: no plus user in room'

# POST /teleconsultation/:roomId/participants/data: the last one. (The seed's second example adds a person who takes part
# already, by the ids of the others; here it is the one who is missing.)
with_json 201 POST /teleconsultation "{\"participants\": $one_patient, $when}"
room="$(id_of_answer)"
with_json 400 POST "/teleconsultation/$room/participants/data" "$other_patient"
is_refused "Failed POST /teleconsultation/$room/participants/data: no plus user in room"
new_room
add_example with-auth '{"userExternalId": "user3_auth0_id", "language": "it"}'
add_example without-auth \
  '{"userExternalId": "user2_external_id", "groups": ["doctor"], "fullName": "Joe Smith", "language": "it"}'

# GET /teleconsultation/:roomId
if [[ "$mode" == with-auth ]]; then me=user1_auth0_id; else me=user1_external_id; fi
readonly person="\{\"bandyerUserId\":$text,\"fullName\":$text\}"
readonly people="\"participantsBandyerCall\":\[$person,$person,$person\]"
readonly admission="\{\"accessLinkURL\":\"https?://[^\"]+\",\"bandyerUserId\":$text,$details,$people\}"
example 200 "$me" -X GET "$url/teleconsultation/$room"
is "$admission"
example 200 "$me" -X GET "$url/teleconsultation/$room?useBackground=true&language=en"
is "$admission"
example 401 nobody -X GET "$url/teleconsultation/$room"
is_refused 'Unauthorized user'
example 404 "$me" -X GET "$url/teleconsultation/room_xyz"
is_refused 'Room with id room_xyz not found on CRUD'

# Everybody is known and it is due: too late for a change.
with_json 409 PATCH "/teleconsultation/$room" "{$when}"

# DELETE /teleconsultation/:roomId/uploads and /teleconsultation/:roomId
if [[ "$uploads" == deletes-uploads ]]; then
  example 200 "$me" -X DELETE "$url/teleconsultation/$room/uploads"
  is '\{"deleted":0,"total":0\}'
else
  example 204 "$me" -X DELETE "$url/teleconsultation/$room/uploads"
  is ''
fi
example 204 "$me" -X DELETE "$url/teleconsultation/$room"
is ''
example 404 "$me" -X DELETE "$url/teleconsultation/$room"
is "\\{\"error\":\"Not Found\",\"message\":\"Room with id $room not found on CRUD\",\"statusCode\":404\\}"

# POST /credentials
example 201 "$me" -X POST --header 'content-type: application/json' --data '{"expiresIn": 3600}' "$url/credentials"
is "\{\"accessToken\":$text,\"bandyerUserId\":$text,\"expiresAt\":$moment\}"
example 401 '' -X POST --header 'content-type: application/json' --data '{"expiresIn": 3600}' "$url/credentials"
is_refused 'Unauthorized user'

# POST /settings/background-image
upload() {
  example "$1" "$2" -X POST --header 'apikey: your_api_key' --form "virtual_background=@$picture;type=image/jpeg" \
    "$url/settings/background-image"
}
upload 200 "$me"
is "\{\"virtual_background\":\{\"background_alias\":$text,\"creation_date\":$moment,\"url\":$text\}\}"
alias="$(sed -n 's/.*"background_alias":"\([^"]*\)".*/\1/p' "$answer")"
upload 401 ''
is_refused 'Unauthorized user'

# PATCH /settings/update
choose() {
  example "$1" "$2" -X PATCH --header 'apikey: your_api_key' --header 'content-type: application/json' \
    --data "{\"background_alias\":\"$alias\"}" "$url/settings/update"
}
choose 200 "$me"
readonly redirect='"end_call_redirect_timeout_ms":[0-9]+,"end_call_redirect_url":"[^"]*"'
readonly background="\"default_background\":\{\"alias\":\"$alias\",\"creation_date\":$moment,\"url\":$text\}"
readonly company="$background,\"default_language\":$text,$redirect,\"name\":$text,\"user_details_provider_url\":\"[^\"]*\""
is "\{\"company\":\{$company\}\}"
choose 401 ''
is_refused 'Unauthorized user'

printf '%s examples, %s failures\n' "$examples" "$failures"
((failures == 0))
