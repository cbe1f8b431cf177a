# The calls in this folder, for the scripts beside it. Needs curl and jq.
calls=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

names() { (cd "$calls" && printf '%s\n' */ | tr -d /); }

method() { sed -n '1s/ .*//p' "$calls/$1/request"; }
path() { sed -n '1s/^[A-Z]* //p' "$calls/$1/request"; }
body() { sed '1,2d' "$calls/$1/request"; }

# send NAME BASE [curl option...]: makes the call and prints the answer
send() {
    local name=$1 base=$2
    shift 2
    if [ "$(method "$name")" = POST ]; then
        set -- "$@" -H 'Content-Type: application/fhir+json' --data "$(body "$name")"
    fi
    curl -sS --max-time 60 "$@" "$base$(path "$name")"
}
