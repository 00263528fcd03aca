#!/bin/sh
# Installs what the tests of the spreadsheet hosts need on Debian: LibreOffice 25.2 or later with
# its Python bridge, a font with Vietnamese, PDF to picture, a browser. Run as root; quick and
# without effect where all is there. Says in one line what it did, or why it could not: then those
# tests are skipped, so this is no failure (exit 0).

oldest=25.2
packages="libreoffice-calc-nogui python3-uno fonts-liberation poppler-utils chromium"
ours=/etc/apt/sources.list.d/dti-excel-backports.sources
keys=/usr/share/keyrings/debian-archive-keyring.gpg

finish() {
    echo "setup-office: $1"
    exit 0
}

# Versions of a package without Debian's epoch: installed, preferred by apt, offered by a suite.
installed() {
    dpkg-query -W -f '${db:Status-Status} ${Version}\n' "$1" 2>/dev/null |
        sed -n 's/^installed \([0-9]*:\)\{0,1\}//p'
}
candidate() {
    apt-cache policy "$1" 2>/dev/null |
        sed -n '/(none)/d; s/^  Candidate: \([0-9]*:\)\{0,1\}//p'
}
offered() {
    apt-cache madison "$1" 2>/dev/null |
        awk -F '|' -v suite=" $2/" 'index($3, suite) { gsub(/ |[0-9]+:/, "", $2); print $2; exit }'
}
new_enough() { [ -n "$1" ] && dpkg --compare-versions "$1" ge "$oldest"; }

missing() {
    for package in $packages; do
        version=$(installed "$package")
        case $package in
            libreoffice-* | python3-uno) new_enough "$version" || echo "$package" ;;
            *) [ -n "$version" ] || echo "$package" ;;
        esac
    done
}

# apt-get without questions and progress; of what it says only errors and warnings stay.
quiet_apt_get() {
    said=$(DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes \
        apt-get -qq -o Dpkg::Use-Pty=0 "$@" 2>&1 >/dev/null)
    status=$?
    echo "$said" | grep '^[EW]:' >&2
    return $status
}

# Whether apt knows all that is wanted; sets the release to take it from.
available() {
    release=
    for package in $wanted; do
        version=$(candidate "$package")
        [ -n "$version" ] || return 1
        case $package in
            libreoffice-* | python3-uno)
                new_enough "$version" && continue
                new_enough "$(offered "$package" "$backports")" || return 1
                release="--target-release=$backports"
                ;;
        esac
    done
}

# Archives of the machine, from .list and .sources files alike: address, suite, component.
archives() {
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' \
        'Created-By: Packages' 2>/dev/null
}

add_backports() {
    archives | grep -q " $backports main\$" && return 1
    address=$(archives | sed -n "s/ $codename main\$//p" | head -n 1)
    [ -n "$address" ] || return 1
    {
        echo "# Written by scripts/setup-office.sh of dti-excel; may be deleted."
        echo "Types: deb"
        echo "URIs: $address"
        echo "Suites: $backports"
        echo "Components: main"
        [ ! -f "$keys" ] || echo "Signed-By: $keys"
    } >"$ours"
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    finish "máy không dùng apt: hãy tự cài LibreOffice $oldest trở lên."
fi
wanted=$(missing | tr '\n' ' ')
wanted=${wanted% }
[ -n "$wanted" ] || finish "đã đủ (LibreOffice $(installed libreoffice-calc-nogui))."
[ "$(id -u)" = 0 ] || finish "còn thiếu $wanted: hãy chạy bằng quyền root."

codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
backports=$codename-backports
available || { quiet_apt_get update && available; } ||
    { add_backports && quiet_apt_get update && available; } || {
    rm -f "$ours"
    finish "kho phần mềm của máy không có đủ $wanted (LibreOffice từ $oldest)."
}
# shellcheck disable=SC2086 # a list of words, and a word that may be none
quiet_apt_get install -y --no-install-recommends $release $wanted ||
    finish "apt không cài được $wanted."
finish "đã cài $wanted (LibreOffice $(installed libreoffice-calc-nogui))."
