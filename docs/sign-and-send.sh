#!/usr/bin/env bash
# Signs a request with TC3-HMAC-SHA256 and sends it:  docs/sign-and-send.sh ACTION JSON, or the JSON on standard input.
# MIEN_ENDPOINT (127.0.0.1:8600) and MIEN_CREDENTIALS (mien-data/first-run-credentials.json) say where to and as whom,
# MIEN_VERSION (2020-03-03, that of IAI) which version of the API is meant.
set -euo pipefail
action=$1
endpoint=${MIEN_ENDPOINT:-127.0.0.1:8600}
credentials=${MIEN_CREDENTIALS:-mien-data/first-run-credentials.json}
body=$(mktemp)
trap 'rm -f "$body"' EXIT
if [ $# -gt 1 ]; then printf %s "$2"; else cat; fi >"$body"

field() { sed -n "s/.*\"$1\" *: *\"\\([^\"]*\\)\".*/\\1/p" "$credentials"; }
sha256() { openssl dgst -sha256 -hex | sed 's/^.* //'; }
hmac() { printf %s "$2" | openssl dgst -sha256 -hex -mac HMAC -macopt "hexkey:$1" | sed 's/^.* //'; }

timestamp=$(date +%s)
day=$(date -u -d "@$timestamp" +%F 2>/dev/null || date -u -r "$timestamp" +%F)
scope=$day/iai/tc3_request
canonical=$(printf 'POST\n/\n\ncontent-type:application/json\nhost:%s\n\ncontent-type;host\n%s' "$endpoint" "$(sha256 <"$body")")
string=$(printf 'TC3-HMAC-SHA256\n%s\n%s\n%s' "$timestamp" "$scope" "$(printf %s "$canonical" | sha256)")
key=$(printf 'TC3%s' "$(field secretKey)" | od -An -tx1 | tr -d ' \n')
for part in "$day" iai tc3_request; do key=$(hmac "$key" "$part"); done

curl -sS "http://$endpoint/" --data-binary "@$body" \
  -H 'Content-Type: application/json' -H "Host: $endpoint" -H "X-TC-Action: $action" -H "X-TC-Version: ${MIEN_VERSION:-2020-03-03}" \
  -H "X-TC-Timestamp: $timestamp" -H 'X-TC-Language: en-US' \
  -H "Authorization: TC3-HMAC-SHA256 Credential=$(field secretId)/$scope, SignedHeaders=content-type;host, Signature=$(hmac "$key" "$string")"
echo
