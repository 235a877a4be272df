/* Windows: what a peer sends becomes an argument of an interpreter of commands, or a name in it. */
// target: x86_64-w64-mingw32
#include <winsock2.h>

#include <process.h>
#include <stdio.h>
#include <wchar.h>

static int take(SOCKET peer, char *text, int size) {
    int got = recv(peer, text, size - 1, 0);
    text[got > 0 ? got : 0] = 0;
    return got;
}

intptr_t bad_prompt(SOCKET peer) {
    char text[200];
    take(peer, text, sizeof text);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return _spawnl(_P_WAIT, "C:\\Windows\\System32\\cmd.exe", "cmd", "/c", text, (char *)NULL);
}

intptr_t bad_shell(SOCKET peer) {
    char text[200];
    const char *arguments[] = {"powershell", "-NoProfile", "-Command", text, NULL};
    take(peer, text, sizeof text);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return _spawnvp(_P_NOWAIT, "powershell.exe", arguments);
}

/* What is shown is a name, and no command. */
intptr_t good_viewer(SOCKET peer) {
    char text[200];
    take(peer, text, sizeof text);
    return _spawnl(_P_WAIT, "C:\\Box\\viewer.exe", "viewer", "/title", text, (char *)NULL);
}

intptr_t good_folder(void) {
    return _spawnl(_P_WAIT, "C:\\Windows\\System32\\cmd.exe", "cmd", "/c", "dir C:\\Box",
                   (char *)NULL);
}
